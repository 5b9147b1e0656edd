/** Blocks, and `self` and `super` inside them. There is no inheritance, so a block is only ever its own. */
import type { Arguments } from '../calls.js';
import { keyError } from '../values/lookup-errors.js';
import { Markup, PyObject, Undefined, type Value } from '../values/model.js';
import { pythonSignature } from '../values/signatures.js';
import { isText, textOf } from '../values/types.js';
import type { Context } from './context.js';
import { Frame } from './frame.js';
import type { RenderState } from './state.js';

/** A block as it is written. */
export interface BlockCode {
  readonly name: string;
  size(): number;
  run(frame: Frame): void;
}

/** The frame with what the block printed. It sees the context, and nothing of the place where it stands. */
export function renderBlock(code: BlockCode, context: Context, state: RenderState): Frame {
  const frame = new Frame(code.size(), null, context, state);
  state.budget.enter();
  state.budget.step();
  code.run(frame);
  state.budget.leave();
  return frame;
}

/** `super`, where there is nothing above. */
export const noParentBlock = (name: string): Undefined =>
  new Undefined('super', undefined, `there is no parent block called '${name}'.`);

/** `self` */
export class TemplateReference extends PyObject {
  readonly typeName = 'TemplateReference';

  constructor(
    private readonly context: Context,
    private readonly state: RenderState,
  ) {
    super();
  }

  override get moduleName(): string {
    return 'jinja2.runtime';
  }

  override getItem(key: Value): Value | undefined {
    const code = isText(key) ? this.state.blocks.get(textOf(key)) : undefined;
    return code && new BlockReference(code, this.context, this.state);
  }

  /** Python finds items to look up by number, and fails on the first. */
  // biome-ignore lint/correctness/useYield: it has to fail when the first item is asked for
  override *iterate(): Generator<Value> {
    throw keyError(0);
  }

  override repr(): string {
    return '<TemplateReference None>';
  }
}

const bindCall = pythonSignature('BlockReference.__call__(self)', 1);

/** `self.title` */
class BlockReference extends PyObject {
  readonly typeName = 'BlockReference';

  constructor(
    private readonly code: BlockCode,
    private readonly context: Context,
    private readonly state: RenderState,
  ) {
    super();
  }

  override get moduleName(): string {
    return 'jinja2.runtime';
  }

  override getAttribute(name: string): Value | undefined {
    if (name === 'name') return this.code.name;
    return name === 'super' ? noParentBlock(this.code.name) : undefined;
  }

  override call(args: Arguments): Value {
    bindCall(args);
    const text = renderBlock(this.code, this.context, this.state).text();
    return this.state.autoescape ? new Markup(text) : text;
  }
}

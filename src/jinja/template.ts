/** A compiled template. */
import type { TemplateNode } from './ast.js';
import type { BranchHits } from './branches.js';
import type { Instruments, TemplateCode } from './compiler/template.js';
import type { Span } from './errors.js';
import { located } from './locate.js';
import { lineAndColumn } from './positions.js';
import { type BudgetLimits, RenderBudget } from './runtime/budget.js';
import { Context } from './runtime/context.js';
import { Frame } from './runtime/frame.js';
import { type Registry, RenderState, type UndefinedListener } from './runtime/state.js';
import type { OutputTrace } from './trace.js';
import type { Value } from './values/model.js';
import { reprValue } from './values/repr.js';
import { isText, textOf } from './values/types.js';
import { undefinedMessage } from './values/undefined.js';
import { type TemplateContext, variableSource } from './variables.js';

/** An undefined value that printed nothing. */
export interface UndefinedPrinted {
  /** The variable, attribute or item that is missing. */
  readonly name: string;
  /** What it was looked up on; the JavaScript `undefined` for a plain variable. */
  readonly owner: Value | undefined;
  /** What an error about it would say: "'user' is undefined". */
  readonly message: string;
  /** The printed expression's telling token. */
  readonly span: Span;
  readonly line: number;
  readonly column: number;
}

export interface RenderOptions {
  /**
   * Called for every missing variable, attribute or item that the template prints. What is undefined by design (an
   * inline `if` without `else`, `loop.previtem` of the first turn) does not count.
   */
  readonly onUndefinedPrinted?: (event: UndefinedPrinted) => void;
  /** Filled in with the place that printed each piece of the output, up to a failure. Costs other renders nothing. */
  readonly trace?: OutputTrace;
  /** Counts the branches that the render takes, up to a failure. Costs other renders nothing. */
  readonly branches?: BranchHits;
}

/** What an environment gives its templates. */
export interface TemplateSettings {
  readonly registry: Registry;
  readonly globals: ReadonlyMap<string, Value>;
  readonly autoescape: boolean;
  readonly limits: BudgetLimits;
}

export class Template {
  private readonly instrumented = new Map<string, TemplateCode>();

  /** Made by `Environment.fromString`. */
  constructor(
    readonly source: string,
    /** The syntax tree; its spans are offsets in `source`. */
    readonly ast: TemplateNode,
    private readonly code: TemplateCode,
    private readonly settings: TemplateSettings,
    private readonly compile: (instruments: Instruments) => TemplateCode,
  ) {}

  /**
   * @throws UndefinedError, TemplateRuntimeError, TemplateSyntaxError with `line` and `column`
   */
  render(context?: TemplateContext, options: RenderOptions = {}): string {
    const { settings, source } = this;
    const code = options.trace || options.branches ? this.instrumentedCode(options) : this.code;
    const root = new Context(variableSource(context, settings.globals));
    const state = new RenderState(
      settings.registry,
      root,
      new RenderBudget(settings.limits),
      settings.autoescape,
      code.blocks,
      this.listener(options),
    );
    const frame = new Frame(code.size(), null, root, state);
    if (options.branches) {
      options.branches.renders += 1;
      state.branches = options.branches;
    }
    if (options.trace) state.trace = { output: options.trace, frame, captures: 0 };
    try {
      code.run(frame);
      return frame.text();
    } catch (error) {
      throw located(error, source, state.at);
    }
  }

  private instrumentedCode({ trace, branches }: RenderOptions): TemplateCode {
    const instruments = { traced: trace !== undefined, covered: branches !== undefined };
    const key = JSON.stringify(instruments);
    const code = this.instrumented.get(key) ?? this.compile(instruments);
    this.instrumented.set(key, code);
    return code;
  }

  private listener({ onUndefinedPrinted }: RenderOptions): UndefinedListener | null {
    if (!onUndefinedPrinted) return null;
    return (value, span) => {
      const { name } = value;
      if (name === null) return;
      onUndefinedPrinted({
        name: isText(name) ? textOf(name) : reprValue(name, null),
        owner: value.owner,
        message: undefinedMessage(value),
        span,
        ...lineAndColumn(this.source, span.start),
      });
    };
  }
}

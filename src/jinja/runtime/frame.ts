/** One run of a function scope: its variables, and the text that it has printed so far. */
import type { TemplateError } from '../errors.js';
import type { Value } from '../values/model.js';
import type { Context } from './context.js';
import { missing } from './missing.js';
import type { RenderState } from './state.js';

export class Frame {
  out = '';
  readonly variables: Value[];
  /** The first part that was no text: Python joins the parts at the end, so what fails until then fails first. */
  rejected: TemplateError | null = null;

  constructor(
    size: number,
    /** The frame of the function that this one was defined in. */
    readonly parent: Frame | null,
    readonly context: Context,
    readonly state: RenderState,
  ) {
    const variables: Value[] = [];
    for (let slot = 0; slot < size; slot += 1) variables.push(missing);
    this.variables = variables;
  }

  write(text: string): void {
    this.state.budget.output(text.length);
    this.out += text;
  }

  /** What was printed; throws where a part was no text. */
  text(): string {
    if (this.rejected !== null) throw this.rejected;
    return this.out;
  }
}

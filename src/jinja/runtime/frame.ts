/** One run of a function scope: its variables, and the text that it has printed so far. */
import type { Value } from '../values/model.js';
import type { Context } from './context.js';
import { missing } from './missing.js';
import type { RenderState } from './state.js';

export class Frame {
  out = '';
  readonly variables: Value[];

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
}

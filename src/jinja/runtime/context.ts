/** Where variables come from that a template did not make itself. */
import type { Value } from '../values/model.js';
import { missing } from './missing.js';

/** Look-up by name; `undefined` where there is none. */
export interface VariableSource {
  get(name: string): Value | undefined;
}

/** The render call's variables, the environment's globals behind them, and what the top level has assigned. */
export class Context {
  /** Variables that the template exported by assigning them at its top level. */
  readonly exported = new Map<string, Value>();

  constructor(private readonly source: VariableSource) {}

  get(name: string): Value | undefined {
    const exported = this.exported.get(name);
    return exported !== undefined ? exported : this.source.get(name);
  }

  /** `missing` where there is none. */
  resolve(name: string): Value {
    const value = this.get(name);
    return value !== undefined ? value : missing;
  }

  /** A context that also sees the variables of the place where a `scoped` block stands. */
  derive(locals: ReadonlyMap<string, Value>): Context {
    return new Context({
      get: (name) => {
        const local = locals.get(name);
        return local !== undefined ? local : this.get(name);
      },
    });
  }
}

/** Macros, and the `caller` of a `call` block. */
import type { Arguments } from '../calls.js';
import { typeError } from '../errors.js';
import { Dict, Markup, PyObject, Tuple, Undefined, type Value } from '../values/model.js';
import { Frame } from './frame.js';
import { missing } from './missing.js';

/** A macro as it is written; each run of its tag makes a `Macro` of it. */
export interface MacroCode {
  /** `null` for a `call` block. */
  readonly name: string | null;
  readonly parameters: readonly { readonly name: string; readonly slot: number }[];
  /** The slots of the special parameters; `null` where the body does not use them. */
  readonly callerSlot: number | null;
  readonly keywordsSlot: number | null;
  readonly positionalSlot: number | null;
  /** Whether the body uses `caller`, as a parameter of its own or as the special one. */
  readonly usesCaller: boolean;
  size(): number;
  /** Loads the variables, fills in defaults, runs the body. */
  run(frame: Frame): void;
}

export class Macro extends PyObject {
  readonly typeName = 'Macro';

  constructor(
    private readonly code: MacroCode,
    private readonly definedIn: Frame,
  ) {
    super();
  }

  override get moduleName(): string {
    return 'jinja2.runtime';
  }

  private get quotedName(): string {
    return this.code.name === null ? 'None' : `'${this.code.name}'`;
  }

  override call(args: Arguments): Value {
    const { code, definedIn } = this;
    const { state } = definedIn;
    const frame = new Frame(code.size(), definedIn, definedIn.context, state);
    this.bind(args, frame.variables);
    state.budget.enter();
    code.run(frame);
    state.budget.leave();
    return state.autoescape ? new Markup(frame.out) : frame.out;
  }

  private bind({ positional, keyword }: Arguments, variables: Value[]): void {
    const { code } = this;
    const { parameters } = code;
    const rest = keyword && keyword.size > 0 ? new Map(keyword) : null;
    const take = (name: string): Value | undefined => {
      const value = rest?.get(name);
      rest?.delete(name);
      return value;
    };

    for (const [index, { name, slot }] of parameters.entries()) {
      const value = index < positional.length ? positional[index] : take(name);
      variables[slot] = value === undefined ? missing : value;
    }
    if (code.callerSlot !== null) {
      variables[code.callerSlot] = take('caller') ?? new Undefined('caller', undefined, 'No caller defined');
    }
    if (code.keywordsSlot !== null) variables[code.keywordsSlot] = Dict.of(rest ?? []);
    else if (rest && rest.size > 0) throw this.unexpectedKeyword(rest);
    if (code.positionalSlot !== null) {
      variables[code.positionalSlot] = new Tuple(positional.slice(parameters.length));
    } else if (positional.length > parameters.length) {
      throw typeError(`macro ${this.quotedName} takes not more than ${parameters.length} argument(s)`);
    }
  }

  private unexpectedKeyword(rest: ReadonlyMap<string, Value>): Error {
    if (rest.has('caller')) {
      return typeError(
        `macro ${this.quotedName} was invoked with two values for the special caller argument. ` +
          'This is most likely a bug.',
      );
    }
    const [first] = rest.keys();
    return typeError(`macro ${this.quotedName} takes no keyword argument '${first}'`);
  }

  override getAttribute(name: string): Value | undefined {
    const { code } = this;
    switch (name) {
      case 'name':
        return code.name;
      case 'arguments':
        return new Tuple(code.parameters.map((parameter) => parameter.name));
      case 'catch_kwargs':
        return code.keywordsSlot !== null;
      case 'catch_varargs':
        return code.positionalSlot !== null;
      case 'caller':
        return code.usesCaller;
      case 'explicit_caller':
        return code.parameters.some((parameter) => parameter.name === 'caller');
      default:
        return undefined;
    }
  }

  override repr(): string {
    return this.code.name === null ? '<Macro anonymous>' : `<Macro ${this.quotedName}>`;
  }
}

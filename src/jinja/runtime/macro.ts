/** Macros, and the `caller` of a `call` block. */
import type { Arguments } from '../calls.js';
import { typeError } from '../errors.js';
import { Dict, Markup, PyObject, Tuple, Undefined, type Value } from '../values/model.js';
import { Frame } from './frame.js';

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
    state.budget.step();
    code.run(frame);
    state.budget.leave();
    const text = frame.text();
    return state.autoescape ? new Markup(text) : text;
  }

  private bind(args: Arguments, variables: Value[]): void {
    const { code } = this;
    const { parameters } = code;
    const { positional } = args;
    const keyword = args.keyword === null || args.keyword.size === 0 ? null : args.keyword;
    let taken = 0;
    for (let index = 0; index < parameters.length; index += 1) {
      const { name, slot } = parameters[index] as MacroCode['parameters'][number];
      let value = positional[index];
      if (value === undefined && keyword !== null) {
        value = keyword.get(name);
        if (value !== undefined) taken += 1;
      }
      // A parameter that got nothing stays `missing` until its default is filled in.
      if (value !== undefined) variables[slot] = value;
    }
    if (code.callerSlot !== null) {
      const caller = keyword?.get('caller');
      if (caller !== undefined) taken += 1;
      variables[code.callerSlot] = caller ?? new Undefined('caller', undefined, 'No caller defined');
    }
    if (code.keywordsSlot !== null) {
      variables[code.keywordsSlot] = Dict.of(keyword === null ? [] : this.rest(keyword, positional.length));
    } else if (keyword !== null && taken < keyword.size) {
      throw this.unexpectedKeyword(this.rest(keyword, positional.length));
    }
    if (code.positionalSlot !== null) {
      variables[code.positionalSlot] = new Tuple(positional.slice(parameters.length));
    } else if (positional.length > parameters.length) {
      throw typeError(`macro ${this.quotedName} takes not more than ${parameters.length} argument(s)`);
    }
  }

  /** The keyword arguments that no parameter takes. */
  private rest(keyword: ReadonlyMap<string, Value>, positionalCount: number): Map<string, Value> {
    const rest = new Map(keyword);
    for (const { name } of this.code.parameters.slice(positionalCount)) rest.delete(name);
    if (this.code.callerSlot !== null) rest.delete('caller');
    return rest;
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

/**
 * How calls bind their arguments, with the TypeErrors that Python raises where they do not fit. CPython's own functions
 * fail in several wordings, after the way they were written in C; each has its binder here.
 */
import type { Arguments } from '../calls.js';
import { type TemplateRuntimeError, typeError } from '../errors.js';
import { Float, Tuple, type Value } from './model.js';

/** One entry a parameter; `undefined` where the caller gave nothing and there is no default. */
export type Bound = readonly (Value | undefined)[];
export type Binder = (args: Arguments) => Bound;

const plural = (count: number) => (count === 1 ? 'argument' : 'arguments');
const hasKeywords = (args: Arguments) => args.keyword !== null && args.keyword.size > 0;
const noKeywords = (qualifiedName: string) => typeError(`${qualifiedName}() takes no keyword arguments`);

/** `str.upper`: nothing at all. */
export function takesNothing(qualifiedName: string): Binder {
  return (args) => {
    if (hasKeywords(args)) throw noKeywords(qualifiedName);
    if (args.positional.length > 0) {
      throw typeError(`${qualifiedName}() takes no arguments (${args.positional.length} given)`);
    }
    return args.positional;
  };
}

/** `str.join`: exactly one. */
export function takesOne(qualifiedName: string): Binder {
  return (args) => {
    if (hasKeywords(args)) throw noKeywords(qualifiedName);
    if (args.positional.length !== 1) {
      throw typeError(`${qualifiedName}() takes exactly one argument (${args.positional.length} given)`);
    }
    return args.positional;
  };
}

/** `str.replace`: from `least` to `most`, by position only. */
export function takesPositional(qualifiedName: string, least: number, most: number): Binder {
  const name = qualifiedName.slice(qualifiedName.lastIndexOf('.') + 1);
  return (args) => {
    const given = args.positional.length;
    if (hasKeywords(args)) throw noKeywords(qualifiedName);
    if (given < least || given > most) {
      const [bound, count] = given < least ? ['at least ', least] : ['at most ', most];
      throw typeError(
        `${name} expected ${least === most ? '' : bound}${count} ${plural(count)}, got ${given}`,
      );
    }
    return args.positional;
  };
}

/** `str.find`: like `takesPositional`, in the words of C's older argument parser. */
export function takesParsed(qualifiedName: string, least: number, most: number): Binder {
  const name = qualifiedName.slice(qualifiedName.lastIndexOf('.') + 1);
  return (args) => {
    const given = args.positional.length;
    if (hasKeywords(args)) throw noKeywords(name);
    if (given < least || given > most) {
      const [bound, count] = given < least ? ['at least', least] : ['at most', most];
      throw typeError(`${name}() takes ${bound} ${count} ${plural(count)} (${given} given)`);
    }
    return args.positional;
  };
}

/** `str.split`: by position or keyword; the first `required` must be there, the first `positional` may have a place. */
export function takesKeywords(
  name: string,
  parameters: readonly string[],
  required = 0,
  positional = parameters.length,
): Binder {
  return (args) => {
    const given = args.positional.length;
    const total = given + (args.keyword?.size ?? 0);
    if (total > parameters.length) {
      const kind = given === 0 ? 'keyword ' : '';
      const most = parameters.length;
      throw typeError(`${name}() takes at most ${most} ${kind}${plural(most)} (${total} given)`);
    }
    if (given > positional) {
      if (positional === 0) throw typeError(`${name}() takes no positional arguments`);
      const noun = `positional ${plural(positional)}`;
      throw typeError(`${name}() takes at most ${positional} ${noun} (${given} given)`);
    }
    const bound: (Value | undefined)[] = args.positional.slice();
    for (const [keyword, value] of args.keyword ?? []) {
      const place = parameters.indexOf(keyword);
      if (place < 0) throw typeError(`'${keyword}' is an invalid keyword argument for ${name}()`);
      if (place < given) {
        throw typeError(`argument for ${name}() given by name ('${keyword}') and position (${place + 1})`);
      }
      bound[place] = value;
    }
    for (let place = 0; place < required; place += 1) {
      if (bound[place] === undefined) {
        throw typeError(`${name}() missing required argument '${parameters[place]}' (pos ${place + 1})`);
      }
    }
    return bound;
  };
}

/** A parameter of a function that is written in Python. */
interface Parameter {
  readonly name: string;
  readonly value: Value | undefined;
}

const literals = new Map<string, Value>([
  ['None', null],
  ['True', true],
  ['False', false],
  ['()', new Tuple([])],
]);

function parseDefault(text: string): Value {
  const literal = literals.get(text);
  if (literal !== undefined) return literal;
  if (/^".*"$/.test(text)) return text.slice(1, -1);
  return text.includes('.') ? new Float(Number(text)) : Number(text);
}

/**
 * A binder for a function written in Python, from its signature as Python spells it:
 * `do_replace(eval_ctx, s, old, new, count=None)`. The first `implicit` parameters are filled by the engine (`self`, the
 * evaluation context): callers do not pass them, but the error messages count them. What is bound starts after them.
 */
export function pythonSignature(signature: string, implicit: number): Binder {
  const [, name, list] = /^([\w.]+)\((.*)\)$/.exec(signature) as unknown as [string, string, string];
  const parameters: Parameter[] = (list === '' ? [] : list.split(/, (?!")/)).map((text) => {
    const equals = text.indexOf('=');
    if (equals < 0) return { name: text, value: undefined };
    return { name: text.slice(0, equals), value: parseDefault(text.slice(equals + 1)) };
  });
  const required = parameters.filter((parameter) => parameter.value === undefined).length;
  const defaults = parameters.slice(implicit).map((parameter) => parameter.value);

  return (args) => {
    const given = args.positional.length + implicit;
    if (!hasKeywords(args) && given >= required && given <= parameters.length) {
      return given === parameters.length
        ? args.positional
        : args.positional.concat(defaults.slice(args.positional.length) as Value[]);
    }
    const bound: (Value | undefined)[] = args.positional.slice();
    // Python looks at the keywords before it counts.
    bindKeywords(name, parameters, implicit, bound, args);
    if (given > parameters.length) throw tooMany(name, parameters.length, required, given);
    const missing: string[] = [];
    for (let place = bound.length; place < defaults.length; place += 1) bound.push(undefined);
    for (const [place, value] of bound.entries()) {
      if (value !== undefined) continue;
      bound[place] = defaults[place];
      if (defaults[place] === undefined) missing.push((parameters[place + implicit] as Parameter).name);
    }
    if (missing.length > 0) throw missingArguments(name, missing);
    return bound;
  };
}

function bindKeywords(
  name: string,
  parameters: readonly Parameter[],
  implicit: number,
  bound: (Value | undefined)[],
  args: Arguments,
): void {
  for (const [keyword, value] of args.keyword ?? []) {
    const place = parameters.findIndex((parameter) => parameter.name === keyword);
    if (place < 0) throw typeError(`${name}() got an unexpected keyword argument '${keyword}'`);
    if (place - implicit < args.positional.length) {
      throw typeError(`${name}() got multiple values for argument '${keyword}'`);
    }
    while (bound.length < place - implicit) bound.push(undefined);
    bound[place - implicit] = value;
  }
}

function tooMany(name: string, most: number, required: number, given: number): TemplateRuntimeError {
  const takes = required === most ? `${most}` : `from ${required} to ${most}`;
  const noun = most === 1 && required === most ? 'argument' : 'arguments';
  return typeError(
    `${name}() takes ${takes} positional ${noun} but ${given} ${given === 1 ? 'was' : 'were'} given`,
  );
}

function missingArguments(name: string, missing: readonly string[]): TemplateRuntimeError {
  const names = missing.map((each) => `'${each}'`);
  const last = names.pop() as string;
  const list = names.length === 0 ? last : `${names.join(', ')}${names.length > 1 ? ',' : ''} and ${last}`;
  return typeError(
    `${name}() missing ${missing.length} required positional ${plural(missing.length)}: ${list}`,
  );
}

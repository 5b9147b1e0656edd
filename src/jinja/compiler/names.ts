/** Reading variables. */
import type { Name } from '../ast.js';
import { TemplateRuntimeError } from '../errors.js';
import type { Frame } from '../runtime/frame.js';
import { missing } from '../runtime/missing.js';
import type { Symbols, Variable } from '../scope/symbols.js';
import type { Value } from '../values/model.js';
import { undefinedVariable } from '../values/undefined.js';
import type { Compiler, Evaluate } from './compiler.js';
import type { Scope } from './scope.js';

/** The variable that a name means here. */
export function variableOf(name: string, scope: Scope): Variable {
  const variable = scope.symbols.find(name);
  if (variable) return variable;
  // Jinja2 does not look for variables in the arguments of a block assignment's filters.
  throw new TemplateRuntimeError(
    `Tried to resolve a name to a reference that was unknown to the frame ('${name}')`,
    'AssertionError',
  );
}

/** Reads a variable as it is, `missing` included. */
export function readVariable(variable: Variable, symbols: Symbols): Evaluate {
  const { slot } = variable;
  let hops = 0;
  for (let owner = symbols.owner; owner !== variable.owner && owner.parent; owner = owner.parent) hops += 1;
  if (hops > 0) variable.captured = true;
  switch (hops) {
    case 0:
      return (frame) => frame.variables[slot] as Value;
    case 1:
      return (frame) => (frame.parent as Frame).variables[slot] as Value;
    default:
      return (frame) => {
        let outer = frame;
        for (let hop = 0; hop < hops; hop += 1) outer = outer.parent as Frame;
        return outer.variables[slot] as Value;
      };
  }
}

export function compileName(node: Name, scope: Scope, compiler: Compiler): Evaluate {
  const { symbols } = scope;
  const variable = variableOf(node.name, scope);
  const value = readVariable(variable, symbols);
  const isParameter = symbols.findLoad(variable)?.from === 'parameter';
  if (isParameter && !compiler.unboundParameters.has(variable)) return value;
  const absent = undefinedVariable(node.name);
  if (variable.owner === symbols.owner) {
    const { slot } = variable;
    return (frame) => {
      const found = frame.variables[slot] as Value;
      return found === missing ? absent : found;
    };
  }
  return (frame) => {
    const found = value(frame);
    return found === missing ? absent : found;
  };
}

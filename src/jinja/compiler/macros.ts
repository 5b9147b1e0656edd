/** `macro` and `call`. */
import type { CallBlock, Macro as MacroNode } from '../ast.js';
import { TemplateSyntaxError } from '../errors.js';
import type { Frame } from '../runtime/frame.js';
import { Macro, type MacroCode } from '../runtime/macro.js';
import { missing } from '../runtime/missing.js';
import { analyzeScope } from '../scope/analyze.js';
import type { Variable } from '../scope/symbols.js';
import { Undefined } from '../values/model.js';
import { compileCall } from './calls.js';
import type { Compiler, Evaluate, Execute } from './compiler.js';
import { coverBranch } from './covered.js';
import { compileEnter } from './entry.js';
import { variableOf } from './names.js';
import { writeResult } from './output.js';
import type { Scope } from './scope.js';

const specialNames = ['caller', 'kwargs', 'varargs'];

export function compileMacro(node: MacroNode, scope: Scope, compiler: Compiler): Execute {
  const code = compileMacroCode(node, scope, compiler);
  const { slot } = variableOf(node.name, scope);
  const { name } = node;
  const isExported = scope.toplevel;
  return (frame) => {
    const macro = new Macro(code, frame);
    frame.variables[slot] = macro;
    if (isExported) frame.context.exported.set(name, macro);
  };
}

/** The block becomes a macro without a name, which the called macro finds as `caller`. */
export function compileCallBlock(node: CallBlock, scope: Scope, compiler: Compiler): Execute {
  const code = compileMacroCode(node, scope, compiler);
  const call = compileCall(node.call, scope, compiler, (frame) => new Macro(code, frame));
  return (frame) => writeResult(frame, call(frame));
}

function compileMacroCode(node: MacroNode | CallBlock, outer: Scope, compiler: Compiler): MacroCode {
  const scope = outer.innerFunction();
  scope.silenced = false;
  const { symbols } = scope;
  analyzeScope(node, symbols);
  checkParameters(node, compiler);
  const special = declareSpecial(node, scope, compiler);
  // Once more, now that the special names are parameters.
  analyzeScope(node, symbols);

  const enter = compileEnter(symbols, true);
  const fillDefaults = compileDefaults(node, scope, compiler);
  const body = coverBranch(node, 0, compiler.body(node.body, scope), compiler);
  return {
    name: node.kind === 'Macro' ? node.name : null,
    parameters: node.parameters.map(({ name }) => ({ name, slot: variableOf(name, scope).slot })),
    ...special,
    size: () => symbols.owner.size,
    run: (frame) => {
      enter(frame);
      for (const fill of fillDefaults) fill(frame);
      body(frame);
    },
  };
}

function checkParameters(node: MacroNode | CallBlock, compiler: Compiler): void {
  const seen = new Set<string>();
  for (const { name, span } of node.parameters) {
    if (seen.has(name)) {
      compiler.pythonErrors.push(
        new TemplateSyntaxError(`duplicate argument '${name}' in function definition`, {
          span,
          pythonName: 'SyntaxError',
        }),
      );
    }
    seen.add(name);
  }
}

type SpecialSlots = Pick<MacroCode, 'callerSlot' | 'keywordsSlot' | 'positionalSlot' | 'usesCaller'>;

/** `caller`, `kwargs` and `varargs` become parameters where the body uses them. */
function declareSpecial(node: MacroNode | CallBlock, scope: Scope, compiler: Compiler): SpecialSlots {
  const used = compiler.undeclared(node.body, specialNames, node.span);
  const explicit = (name: string) => node.parameters.findIndex((parameter) => parameter.name === name);
  const declare = (name: string): number | null =>
    used.has(name) && explicit(name) < 0 ? scope.symbols.declareParameter(name).slot : null;

  const explicitCaller = explicit('caller');
  const firstDefault = node.parameters.length - node.defaults.length;
  if (used.has('caller') && explicitCaller >= 0 && explicitCaller < firstDefault) {
    throw new TemplateSyntaxError(
      'When defining macros or call blocks the special "caller" argument must be omitted or be given a default.',
      { span: node.kind === 'Macro' ? node.nameSpan : node.span, pythonName: 'TemplateAssertionError' },
    );
  }
  return {
    callerSlot: declare('caller'),
    keywordsSlot: declare('kwargs'),
    positionalSlot: declare('varargs'),
    usesCaller: used.has('caller'),
  };
}

/** A step for each parameter that gives it a value where the call gave none. */
function compileDefaults(node: MacroNode | CallBlock, scope: Scope, compiler: Compiler): Execute[] {
  const { symbols } = scope;
  const unbound = new Set<Variable>();
  for (const [variable, load] of symbols.loads) if (load.from === 'parameter') unbound.add(variable);
  const surrounding = compiler.unboundParameters;
  compiler.unboundParameters = unbound;
  const firstDefault = node.parameters.length - node.defaults.length;
  const steps = node.parameters.map(({ name }, index) => {
    const variable = variableOf(name, scope);
    const given = node.defaults[index - firstDefault];
    const value = given ? compiler.expression(given, scope) : notProvided(name);
    unbound.delete(variable);
    return fill(variable.slot, value);
  });
  compiler.unboundParameters = surrounding;
  return steps;
}

function notProvided(name: string): Evaluate {
  const absent = new Undefined(name, undefined, `parameter '${name}' was not provided`);
  return () => absent;
}

const fill =
  (slot: number, value: Evaluate): Execute =>
  (frame: Frame) => {
    if (frame.variables[slot] === missing) frame.variables[slot] = value(frame);
  };

/** `block`, and the tags that need a loader, which there is none of. */
import type { Block, Expression, Extends, FromImport, Import, Include } from '../ast.js';
import { TemplateRuntimeError, TemplateSyntaxError, typeError } from '../errors.js';
import { type BlockCode, noParentBlock, renderBlock, TemplateReference } from '../runtime/blocks.js';
import { missing } from '../runtime/missing.js';
import { analyzeScope } from '../scope/analyze.js';
import { iterate } from '../values/iteration.js';
import { Undefined, type Value } from '../values/model.js';
import { truthy } from '../values/truth.js';
import { isText } from '../values/types.js';
import type { Compiler, Execute } from './compiler.js';
import { compileEnter } from './entry.js';
import { readVariable, variableOf } from './names.js';
import { Scope } from './scope.js';

/** A block is a function that starts anew from the context: it sees no variable of the place where it stands. */
export function compileBlockCode(node: Block, compiler: Compiler): BlockCode {
  const scope = Scope.root();
  const { symbols } = scope;
  const special = compiler.undeclared(node.body, ['self', 'super'], node.span);
  const selfSlot = special.has('self') ? symbols.declareParameter('self').slot : null;
  const superSlot = special.has('super') ? symbols.declareParameter('super').slot : null;
  const parent = noParentBlock(node.name);
  analyzeScope(node, symbols);
  const enter = compileEnter(symbols, true);
  const body = compiler.body(node.body, scope);
  return {
    name: node.name,
    size: () => symbols.owner.size,
    run: (frame) => {
      if (selfSlot !== null) frame.variables[selfSlot] = new TemplateReference(frame.context, frame.state);
      if (superSlot !== null) frame.variables[superSlot] = parent;
      enter(frame);
      body(frame);
    },
  };
}

/** The place where a block prints itself. */
export function compileBlock(node: Block, scope: Scope, compiler: Compiler): Execute | null {
  if (scope.toplevel && compiler.extendsKnown) return null;
  const { name, nameSpan: span } = node;
  if (node.required) {
    return (frame) => {
      frame.state.at = span;
      throw new TemplateRuntimeError(`Required block '${name}' not found`);
    };
  }
  const locals = node.scoped ? [...scope.symbols.assigned()] : [];
  const readers = locals.map(([local, variable]) => ({ local, read: readVariable(variable, scope.symbols) }));
  return (frame) => {
    let { context } = frame;
    if (node.scoped) {
      const values = new Map<string, Value>();
      for (const { local, read } of readers) {
        const value = read(frame);
        if (value !== missing) values.set(local, value);
      }
      context = context.derive(values);
    }
    frame.state.at = span;
    const code = frame.state.blocks.get(name);
    if (!code) return;
    const { out, rejected } = renderBlock(code, context, frame.state);
    frame.write(out);
    frame.rejected ??= rejected;
  };
}

export function compileExtends(node: Extends, scope: Scope, compiler: Compiler): Execute {
  if (!scope.toplevel) {
    throw new TemplateSyntaxError('cannot use extend from a non top-level scope', {
      span: node.span,
      pythonName: 'TemplateAssertionError',
    });
  }
  const fail = compileLoad(node.template, scope, compiler);
  if (!scope.soft) compiler.extendsKnown = true;
  return fail;
}

export function compileImport(node: Import | FromImport, scope: Scope, compiler: Compiler): Execute {
  // The names must be assignable here, as they would be were there anything to import.
  for (const name of node.kind === 'Import' ? [node.target] : node.names.map(({ alias }) => alias)) {
    variableOf(name, scope);
  }
  return compileLoad(node.template, scope, compiler);
}

const noLoader = () => typeError('no loader for this environment specified');

function compileLoad(template: Expression, scope: Scope, compiler: Compiler): Execute {
  const { span } = template;
  const name = compiler.expression(template, scope);
  return (frame) => {
    name(frame);
    frame.state.at = span;
    throw noLoader();
  };
}

/** One name, or the first of several that there is; an empty list of names is "not found". */
export function compileInclude(node: Include, scope: Scope, compiler: Compiler): Execute {
  const { span } = node.template;
  const name = compiler.expression(node.template, scope);
  return (frame) => {
    const wanted = name(frame);
    frame.state.at = span;
    if (isText(wanted) || wanted instanceof Undefined) throw noLoader();
    if (truthy(wanted)) {
      for (const _name of iterate(wanted, frame.state)) throw noLoader();
    }
    if (node.ignoreMissing) return;
    throw new TemplateRuntimeError('Tried to select from an empty list of templates.', 'TemplatesNotFound');
  };
}

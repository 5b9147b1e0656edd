/** Any expression to a closure. */
import type { Expression } from '../ast.js';
import { unreachable } from '../walk.js';
import { compileGetAttribute, compileGetItem } from './access.js';
import { compileCall, compileFilter, compileTest } from './calls.js';
import type { Compiler, Evaluate } from './compiler.js';
import { coverConstant } from './covered.js';
import { compileConstant, compileDict, compileList, compileTuple } from './literals.js';
import { compileName } from './names.js';
import {
  compileBinary,
  compileCompare,
  compileConcat,
  compileConditional,
  compileLogical,
  compileNot,
  compileUnary,
} from './operators.js';
import type { Scope } from './scope.js';

export function compileExpression(node: Expression, scope: Scope, compiler: Compiler): Evaluate {
  switch (node.kind) {
    case 'Name':
      return compileName(node, scope, compiler);
    case 'Const':
      return compileConstant(node.value, node.span);
    case 'Tuple':
      return compileTuple(node, scope, compiler);
    case 'List':
      return compileList(node, scope, compiler);
    case 'Dict':
      return compileDict(node, scope, compiler);
    default:
  }
  if (!compiler.escaping.volatile) {
    compiler.checkDicts(node.span);
    const constant = compiler.constants.fold(node);
    if (constant !== undefined) {
      return coverConstant(node, compileConstant(constant, node.span), compiler);
    }
  }
  switch (node.kind) {
    case 'Conditional':
      return compileConditional(node, scope, compiler);
    case 'Binary':
      return compileBinary(node, scope, compiler);
    case 'Logical':
      return compileLogical(node, scope, compiler);
    case 'Not':
      return compileNot(node, scope, compiler);
    case 'Unary':
      return compileUnary(node, scope, compiler);
    case 'Concat':
      return compileConcat(node, scope, compiler);
    case 'Compare':
      return compileCompare(node, scope, compiler);
    case 'GetAttribute':
      return compileGetAttribute(node, scope, compiler);
    case 'GetItem':
      return compileGetItem(node, scope, compiler);
    case 'Call':
      return compileCall(node, scope, compiler);
    case 'Filter':
      return compileFilter(node, scope, compiler);
    case 'Test':
      return compileTest(node, scope, compiler);
    case 'Slice':
      throw new Error('a slice stands outside of a subscript');
    default:
      return unreachable(node);
  }
}

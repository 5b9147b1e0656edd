/** `connector-cli/jinja`: Jinja2 3.1 with Python's semantics. It imports nothing from beside this folder. */
export {
  analyze,
  type Binding,
  type BindingKind,
  type FilterUse,
  type FunctionUse,
  type Origin,
  type PathSegment,
  type TemplateAnalysis,
  type TestUse,
  type VariableUse,
} from './analysis.js';
export type * as ast from './ast.js';
export {
  type Branch,
  BranchHits,
  type BranchName,
  type BranchPoint,
  type BranchPointKind,
  branchesOf,
} from './branches.js';
export { type Arguments, type Budget, noArguments, positional, type Runtime } from './calls.js';
export { Environment, type EnvironmentOptions } from './environment.js';
export {
  type PythonErrorName,
  type Span,
  TemplateError,
  type TemplateErrorKind,
  TemplateRuntimeError,
  TemplateSyntaxError,
  UndefinedError,
} from './errors.js';
export { builtinFilters, type Filter } from './filters/index.js';
export { builtinGlobals } from './globals.js';
export { type ParsedTemplate, parse } from './parser/parse.js';
export { lineAndColumn } from './positions.js';
export type { BudgetLimits } from './runtime/budget.js';
export { type RenderOptions, Template, type UndefinedPrinted } from './template.js';
export { builtinTests, type Test } from './tests.js';
export { type EscapedOutput, type OutputPiece, type OutputSite, OutputTrace, sourceOffset } from './trace.js';
export { lookupAttribute } from './values/attributes.js';
export { fromJavaScript, toJavaScript } from './values/convert.js';
export { dumpJson, type JsonOptions, parseJson } from './values/json.js';
export { methodNames } from './values/methods/index.js';
export {
  Bytes,
  Callable,
  Dict,
  Float,
  Markup,
  NamedTuple,
  PyIterator,
  PyObject,
  PySet,
  Range,
  Tuple,
  Undefined,
  type Value,
} from './values/model.js';
export { add } from './values/operators.js';
export { type Binder, pythonSignature } from './values/signatures.js';
export { repr, toText } from './values/text.js';
export { truthy } from './values/truth.js';
export { typeName } from './values/types.js';
export type { TemplateContext } from './variables.js';
export { forEachChild, walk } from './walk.js';

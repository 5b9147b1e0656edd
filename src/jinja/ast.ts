/**
 * The syntax tree of a template. Every node carries its span; nodes whose failure is best shown at one token
 * (an operator, the name of an attribute, a filter or a test) carry that token's span as well.
 */
import type { Span } from './errors.js';
import type { Float } from './values/model.js';

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**';
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in';
export type ConstantValue = null | boolean | number | bigint | string | Float;

export interface Name {
  readonly kind: 'Name';
  readonly name: string;
  readonly span: Span;
}

export interface Const {
  readonly kind: 'Const';
  readonly value: ConstantValue;
  readonly span: Span;
}

export interface Tuple {
  readonly kind: 'Tuple';
  readonly items: readonly Expression[];
  readonly span: Span;
}

export interface List {
  readonly kind: 'List';
  readonly items: readonly Expression[];
  readonly span: Span;
}

export interface Pair {
  readonly key: Expression;
  readonly value: Expression;
}

export interface Dict {
  readonly kind: 'Dict';
  readonly pairs: readonly Pair[];
  readonly span: Span;
}

/** `consequent if test else alternate`; without `else` the alternate is an undefined value. */
export interface Conditional {
  readonly kind: 'Conditional';
  readonly test: Expression;
  readonly consequent: Expression;
  readonly alternate: Expression | null;
  readonly span: Span;
}

export interface Binary {
  readonly kind: 'Binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly operatorSpan: Span;
  readonly span: Span;
}

export interface Logical {
  readonly kind: 'Logical';
  readonly operator: 'and' | 'or';
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

export interface Not {
  readonly kind: 'Not';
  readonly operand: Expression;
  readonly span: Span;
}

export interface Unary {
  readonly kind: 'Unary';
  readonly operator: '+' | '-';
  readonly operand: Expression;
  readonly span: Span;
}

/** `a ~ b ~ c` */
export interface Concat {
  readonly kind: 'Concat';
  readonly items: readonly Expression[];
  readonly operatorSpan: Span;
  readonly span: Span;
}

export interface Operand {
  readonly operator: ComparisonOperator;
  readonly operatorSpan: Span;
  readonly value: Expression;
}

/** `a < b <= c`: every operand is compared with the one before it. */
export interface Compare {
  readonly kind: 'Compare';
  readonly left: Expression;
  readonly operands: readonly Operand[];
  readonly span: Span;
}

/** `target.name` */
export interface GetAttribute {
  readonly kind: 'GetAttribute';
  readonly target: Expression;
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
}

/** `target[key]`, and `target.0` */
export interface GetItem {
  readonly kind: 'GetItem';
  readonly target: Expression;
  readonly key: Expression;
  readonly span: Span;
}

/** Only ever the key of a `GetItem`, or an item of a tuple that is one. */
export interface Slice {
  readonly kind: 'Slice';
  readonly start: Expression | null;
  readonly stop: Expression | null;
  readonly step: Expression | null;
  readonly span: Span;
}

export interface Keyword {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
}

export interface CallArguments {
  readonly positional: readonly Expression[];
  readonly keyword: readonly Keyword[];
  /** `*args` */
  readonly spread: Expression | null;
  /** `**kwargs` */
  readonly keywordSpread: Expression | null;
}

export interface Call {
  readonly kind: 'Call';
  readonly callee: Expression;
  readonly args: CallArguments;
  readonly span: Span;
}

export interface Filter {
  readonly kind: 'Filter';
  /** `null` where the filter applies to what a `filter` or `set` block printed. */
  readonly target: Expression | null;
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: CallArguments;
  readonly span: Span;
}

/** `target is name`; a negated test is one inside a `Not`. */
export interface Test {
  readonly kind: 'Test';
  readonly target: Expression;
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: CallArguments;
  readonly span: Span;
}

export type Expression =
  | Name
  | Const
  | Tuple
  | List
  | Dict
  | Conditional
  | Binary
  | Logical
  | Not
  | Unary
  | Concat
  | Compare
  | GetAttribute
  | GetItem
  | Slice
  | Call
  | Filter
  | Test;

export interface NameTarget {
  readonly kind: 'NameTarget';
  readonly name: string;
  readonly span: Span;
}

export interface TupleTarget {
  readonly kind: 'TupleTarget';
  readonly items: readonly Target[];
  readonly span: Span;
}

/** `{% set name.attribute = ... %}` */
export interface NamespaceTarget {
  readonly kind: 'NamespaceTarget';
  readonly name: string;
  readonly attribute: string;
  readonly span: Span;
}

/** What `for` and `with` bind. */
export type Target = NameTarget | TupleTarget;
/** What `set` binds. */
export type SetTarget = Target | NamespaceTarget;

export interface TemplateData {
  readonly kind: 'TemplateData';
  readonly text: string;
  readonly span: Span;
}

/** A run of text and `{{ }}`, or one `{% print %}`. */
export interface Output {
  readonly kind: 'Output';
  readonly nodes: readonly (Expression | TemplateData)[];
  readonly span: Span;
}

export interface If {
  readonly kind: 'If';
  readonly test: Expression;
  readonly body: readonly Statement[];
  /** `elif` branches; they have neither branches nor an `else` of their own. */
  readonly elifs: readonly If[];
  readonly alternate: readonly Statement[];
  readonly span: Span;
}

export interface For {
  readonly kind: 'For';
  readonly target: Target;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly alternate: readonly Statement[];
  readonly test: Expression | null;
  readonly recursive: boolean;
  readonly span: Span;
}

export interface Signature {
  readonly parameters: readonly NameTarget[];
  /** The defaults of the last parameters. */
  readonly defaults: readonly Expression[];
}

export interface Macro extends Signature {
  readonly kind: 'Macro';
  readonly name: string;
  readonly nameSpan: Span;
  readonly body: readonly Statement[];
  readonly span: Span;
}

export interface CallBlock extends Signature {
  readonly kind: 'CallBlock';
  readonly call: Call;
  readonly body: readonly Statement[];
  readonly span: Span;
}

export interface FilterBlock {
  readonly kind: 'FilterBlock';
  readonly filter: Filter;
  readonly body: readonly Statement[];
  readonly span: Span;
}

export interface With {
  readonly kind: 'With';
  readonly targets: readonly Target[];
  readonly values: readonly Expression[];
  readonly body: readonly Statement[];
  readonly span: Span;
}

export interface Autoescape {
  readonly kind: 'Autoescape';
  readonly value: Expression;
  readonly body: readonly Statement[];
  readonly span: Span;
}

export interface Block {
  readonly kind: 'Block';
  readonly name: string;
  readonly nameSpan: Span;
  readonly body: readonly Statement[];
  readonly scoped: boolean;
  readonly required: boolean;
  readonly span: Span;
}

export interface Extends {
  readonly kind: 'Extends';
  readonly template: Expression;
  readonly span: Span;
}

export interface Include {
  readonly kind: 'Include';
  readonly template: Expression;
  readonly ignoreMissing: boolean;
  readonly withContext: boolean;
  readonly span: Span;
}

export interface Import {
  readonly kind: 'Import';
  readonly template: Expression;
  readonly target: string;
  readonly withContext: boolean;
  readonly span: Span;
}

export interface FromImport {
  readonly kind: 'FromImport';
  readonly template: Expression;
  readonly names: readonly { readonly name: string; readonly alias: string }[];
  readonly withContext: boolean;
  readonly span: Span;
}

export interface Assign {
  readonly kind: 'Assign';
  readonly target: SetTarget;
  readonly value: Expression;
  readonly span: Span;
}

/** `{% set x %}...{% endset %}`, perhaps with filters. */
export interface AssignBlock {
  readonly kind: 'AssignBlock';
  readonly target: SetTarget;
  readonly filter: Filter | null;
  readonly body: readonly Statement[];
  readonly span: Span;
}

export type Statement =
  | Output
  | If
  | For
  | Macro
  | CallBlock
  | FilterBlock
  | With
  | Autoescape
  | Block
  | Extends
  | Include
  | Import
  | FromImport
  | Assign
  | AssignBlock;

export interface TemplateNode {
  readonly kind: 'Template';
  readonly body: readonly Statement[];
  readonly span: Span;
}

export type Node = TemplateNode | Statement | Expression | SetTarget | TemplateData;

/** The token at which a failure of this expression is shown. */
export function focusOf(node: Expression): Span {
  switch (node.kind) {
    case 'GetAttribute':
    case 'Filter':
    case 'Test':
      return node.nameSpan;
    case 'GetItem':
      return node.key.span;
    case 'Call':
      return focusOf(node.callee);
    case 'Binary':
    case 'Concat':
      return node.operatorSpan;
    case 'Compare':
      return node.operands[0]?.operatorSpan ?? node.span;
    default:
      return node.span;
  }
}

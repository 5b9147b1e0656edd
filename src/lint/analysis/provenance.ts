/** What each expression of a template holds, followed through `set`, loops, filters and calls. */
import type { ast, Origin } from '../../jinja/index.js';
import { type ContextName, contextNames, isVisible } from '../../platform/fields.js';
import type { TemplateSite } from '../rule.js';
import { platformShape } from './platform-shapes.js';
import {
  any,
  data,
  itemOf,
  json,
  memberOf,
  missing,
  never,
  resultOf,
  type Shape,
  text,
  union,
  unionOf,
} from './shapes.js';
import type { Source, TemplateUses } from './uses.js';

/** Filters that give a part of what they get, or the same in another order. */
const keepingFilters = new Set(
  'first last sort reverse list unique select reject selectattr rejectattr random min max batch slice'.split(
    ' ',
  ),
);

const textFilters = new Set(
  'tojson json_encode string trim upper lower title capitalize replace join urlencode base64_encode base64_decode escape e forceescape safe truncate striptags indent center'.split(
    ' ',
  ),
);

/** Names that are made from one another, one after the other: more are followed by nobody. */
const longestChain = 50;

export class Provenance {
  private readonly known = new Map<ast.Expression, Shape>();
  private readonly open = new Set<string>();
  private readonly ofNames = new Map<string, Shape>();

  constructor(
    private readonly site: Pick<TemplateSite, 'kind' | 'group'>,
    private readonly steps: Shape,
    private readonly sources: TemplateUses['sources'],
    private readonly originOf: (name: ast.Name) => Origin,
  ) {}

  shapeOf(node: ast.Expression): Shape {
    const known = this.known.get(node);
    if (known) return known;
    const shape = this.infer(node);
    this.known.set(node, shape);
    return shape;
  }

  private infer(node: ast.Expression): Shape {
    switch (node.kind) {
      case 'Name':
        return this.ofName(node);
      case 'Const':
        return typeof node.value === 'string' ? text : never;
      case 'Concat':
        return text;
      case 'Dict':
        return data(unionOf(node.pairs.map(({ value }) => this.shapeOf(value))));
      case 'List':
        return data(unionOf(node.items.map((item) => this.shapeOf(item))));
      case 'GetAttribute':
        return memberOf(this.shapeOf(node.target), node.name, 'attribute');
      case 'GetItem':
        return this.ofItem(node);
      case 'Call':
        return resultOf(this.shapeOf(node.callee));
      case 'Filter':
        return this.ofFilter(node);
      case 'Conditional':
        return union(this.shapeOf(node.consequent), node.alternate ? this.shapeOf(node.alternate) : never);
      case 'Logical':
        return union(this.shapeOf(node.left), this.shapeOf(node.right));
      default:
        return any;
    }
  }

  private ofItem({ target, key }: ast.GetItem): Shape {
    const shape = this.shapeOf(target);
    if (key.kind === 'Const' && typeof key.value === 'string') return memberOf(shape, key.value, 'item');
    if (shape.kind === 'object' && shape.id === 'profile-fields' && key.kind === 'Const') return missing;
    if (shape.kind === 'data' && key.kind !== 'Slice') return shape.child();
    // A computed key of the platform's own objects may be any of theirs.
    return shape.kind === 'data' || shape.kind === 'text' ? shape : any;
  }

  private ofFilter({ name, target, args }: ast.Filter): Shape {
    if (name === 'from_json') return json;
    if (textFilters.has(name)) return text;
    if (!target) return any;
    const shape = this.shapeOf(target);
    const [argument] = args.positional;
    if (name === 'default' || name === 'd') return argument ? union(shape, this.shapeOf(argument)) : any;
    if (name === 'attr' && argument?.kind === 'Const' && typeof argument.value === 'string') {
      // On the platform it reads a mapping's item before an attribute.
      return shape === json ? json : any;
    }
    if (shape !== json) return any;
    if (name === 'items' || name === 'dictsort') return { kind: 'pairs', value: json };
    const mapsAttribute = name === 'map' && args.keyword.some((keyword) => keyword.name === 'attribute');
    return keepingFilters.has(name) || mapsAttribute ? json : any;
  }

  private ofName(node: ast.Name): Shape {
    const origin = this.originOf(node);
    if (origin === 'either') return any;
    if (origin === 'template') return this.ofBound(node.name);
    const { kind, group } = this.site;
    const { name } = node;
    if (!isContextName(name)) return any;
    return isVisible(kind, group, name) ? platformShape(name, this.steps) : missing;
  }

  private ofBound(name: string): Shape {
    const known = this.ofNames.get(name);
    if (known) return known;
    const sources = this.sources.get(name);
    // A name that is made from itself may have been anything.
    if (!sources || this.open.has(name) || this.open.size > longestChain) return any;
    this.open.add(name);
    const shape = unionOf(sources.map((source) => this.ofSource(source)));
    this.open.delete(name);
    this.ofNames.set(name, shape);
    return shape;
  }

  private ofSource(source: Source): Shape {
    if (source.from === 'value') return this.shapeOf(source.value);
    if (source.from === 'item') return itemOf(this.shapeOf(source.of), source.position);
    return any;
  }
}

export const isContextName = (name: string): name is ContextName =>
  (contextNames as readonly string[]).includes(name);

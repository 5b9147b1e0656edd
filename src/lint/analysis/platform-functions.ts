/** The functions that the platform gives to templates, and where a template uses them. platform.md section 4. */
import type { ast, Span } from '../../jinja/index.js';
import { isVisible } from '../../platform/fields.js';
import type { TemplateSite } from '../rule.js';
import { definitionsOf, platformPath } from './definitions.js';
import { factsOf } from './facts.js';
import { isFunctionName } from './platform-names.js';
import { isContextName } from './provenance.js';

export type FunctionName = 'get_secret' | 'get_variable' | 'now' | 'jwt_encode' | 'by_id';

export interface Signature {
  readonly parameters: readonly string[];
  /** How many of them have to be given. */
  readonly required: number;
}

export const signatures: Readonly<Record<FunctionName, Signature>> = {
  get_secret: { parameters: ['name'], required: 1 },
  get_variable: { parameters: ['name'], required: 1 },
  now: { parameters: ['offset'], required: 0 },
  jwt_encode: { parameters: ['payload', 'key', 'algorithm', 'headers'], required: 3 },
  by_id: { parameters: ['id'], required: 1 },
};

export interface FunctionUse {
  readonly name: FunctionName;
  /** Of the name alone. */
  readonly nameSpan: Span;
  readonly node: ast.Name | ast.GetAttribute | ast.GetItem;
  readonly parent: ast.Node;
}

const mention = /\b(?:now|get_secret|get_variable|jwt_encode|by_id)\b/;

/** In fields that have them, and where the name is the platform's; called or not. */
export function functionUses(site: TemplateSite): readonly FunctionUse[] {
  if (!mention.test(site.field.value)) return [];
  const facts = factsOf(site);
  return facts.uses.flatMap(({ node, parent }): FunctionUse[] => {
    if (facts.isTorn(node)) return [];
    if (node.kind === 'Name') {
      const { name, span } = node;
      if (!isFunctionName(name) || !isContextName(name) || facts.originOf(node) !== 'context') return [];
      if (!isVisible(site.kind, site.group, name)) return [];
      return [{ name: name as FunctionName, nameSpan: span, node, parent }];
    }
    if (node.kind !== 'GetAttribute' || node.name !== 'by_id') return [];
    if (platformPath(node, definitionsOf(site))?.join('.') !== 'user.profile_fields.by_id') return [];
    return [{ name: 'by_id', nameSpan: node.nameSpan, node, parent }];
  });
}

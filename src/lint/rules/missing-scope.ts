import type { Registry } from '../../registry/model.js';
import { getOrMake } from '../../text/get-or-make.js';
import { oncePer } from '../../text/once.js';
import { type Block, blocksOf } from '../analysis/authentications.js';
import { isFaulty } from '../analysis/faulty-fields.js';
import { contentOf } from '../place.js';
import type { Rule } from '../rule.js';

const config = (scope: string) =>
  `{ "client_id": "{{ get_secret('crm_id') }}", "client_secret": "{{ get_secret('crm_secret') }}", "token_url": "https://auth.acme.io/token"${scope} }`;
const example = (scope: string) => `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "authentication": { "type": "oauth_client_credentials", "config": ${config(', "scope": "orders"')} }
    },
    {
      "name": "Invoices",
      "url": "https://api.acme.io/invoices",
      "authentication": { "type": "oauth_client_credentials", "config": ${config(', "scope": "invoices"')} }
    },
    {
      "name": "Contacts",
      "url": "https://api.acme.io/contacts",
      "authentication": { "type": "oauth_client_credentials", "config": ${config(scope)} }
    }
  ]
}`;

/** platform.md sections 6 and 11, number 18. */
export const rule: Rule = {
  id: 'missing-scope',
  severity: 'warning',
  summary: 'A client credentials block without the `scope` that its like have',
  documentation: {
    why: 'Where every other block of the same token server asks for a scope, one without most likely lost it. The server then gives a token that opens nothing, or refuses to give one.',
    wrong: example(''),
    right: example(', "scope": "contacts"'),
  },
  visit: {
    request({ registry, request: { authentication } }, report) {
      if (!authentication) return;
      const siblings = blocksWithoutScope(registry).get(authentication);
      if (siblings === undefined || isFaulty(registry, authentication, 'config/scope')) return;
      const { pointer, configSpan } = authentication;
      const scope = authentication.text('scope');
      const start = (configSpan ?? authentication.span).start;
      report({
        at: scope ? contentOf(scope) : { span: { start, end: start + 1 }, pointer: `${pointer}/config` },
        message:
          siblings === 1
            ? 'this block has no `scope`, and the other of its client has one'
            : `this block has no \`scope\`, and the ${siblings} others like it have one`,
        hint: 'Add the `scope` that the API asks for.',
      });
    },
  },
};

/** Each with the number of its siblings that have a scope. */
const blocksWithoutScope = oncePer((registry: Registry) => {
  const blocks = blocksOf(registry).get('oauth_client_credentials') ?? [];
  const found = new Map<Block['authentication'], number>();
  const ofOneClient = groupsBy(
    blocks,
    ({ values }) => `${values.get('token_url')}\n${values.get('client_id')}`,
  );
  const groups = [
    ...ofOneClient,
    // Another client may have its scopes set at the server, unless the server plainly has one scope for all.
    ...groupsBy(blocks, ({ values }) => values.get('token_url') ?? '').filter(
      (group) => new Set(group.map(scopeOf)).size === 2,
    ),
  ];
  for (const group of groups) {
    const [first, second] = group.filter((block) => scopeOf(block) === '');
    // One client with and without a scope is a slip; among several clients it takes more to call it one.
    const least = ofOneClient.includes(group) ? 2 : 3;
    if (first && !second && group.length >= least) found.set(first.authentication, group.length - 1);
  }
  return found;
});

function groupsBy(blocks: readonly Block[], keyOf: (block: Block) => string): Block[][] {
  const groups = new Map<string, Block[]>();
  for (const block of blocks) getOrMake(groups, keyOf(block), () => []).push(block);
  return [...groups.values()];
}

const scopeOf = ({ values }: Block): string => values.get('scope') ?? '';

import { rule } from '../../../src/lint/rules/missing-scope.js';
import { connectorsWith, oauth } from '../support/authentication.js';
import { ruleCases } from '../support/rule-cases.js';

const type = 'oauth_client_credentials';
const other = { client_id: 'other', client_secret: "{{ get_secret('other') }}" };
const marked = (registry: string) =>
  registry.replace(
    /"config": \{(?!\s+"client_id": "[^"]*",\s+"client_secret": "[^"]*",\s+"token_url": "[^"]*",\s+"scope")/,
    '"config": «{»',
  );

ruleCases(rule, {
  wrong: [
    {
      name: 'one of three',
      registry: marked(connectorsWith(type, { ...oauth, scope: 'a' }, oauth, { ...oauth, scope: 'b' })),
      message: 'this block has no `scope`, and the 2 others like it have one',
    },
    {
      name: 'one of two of the same client',
      registry: marked(connectorsWith(type, { ...oauth, scope: 'a' }, oauth)),
      message: 'this block has no `scope`, and the other of its client has one',
    },
    {
      name: 'a blank one',
      registry: connectorsWith(
        type,
        { ...oauth, scope: 'a' },
        { ...oauth, scope: '«»' },
        { ...oauth, scope: 'b' },
      ),
    },
    {
      name: 'other clients that share a scope',
      registry: marked(
        connectorsWith(type, { ...oauth, scope: 'api' }, { ...oauth, ...other }, { ...oauth, scope: 'api' }),
      ),
    },
  ],
  right: [
    { name: 'none has one', registry: connectorsWith(type, oauth, oauth, oauth) },
    {
      name: 'two have none',
      registry: connectorsWith(type, { ...oauth, scope: 'a' }, oauth, { ...oauth, scope: 'b' }, oauth),
    },
    {
      name: 'two blocks of two clients',
      registry: connectorsWith(type, { ...oauth, scope: 'a' }, { ...oauth, ...other }),
    },
    {
      name: 'another token server',
      registry: connectorsWith(
        type,
        { ...oauth, scope: 'a' },
        { ...oauth, scope: 'b' },
        { ...oauth, token_url: 'https://auth.other.io/token' },
      ),
    },
    {
      name: 'another client among scopes that differ',
      registry: connectorsWith(
        type,
        { ...oauth, scope: 'a' },
        { ...oauth, ...other },
        { ...oauth, scope: 'b' },
      ),
    },
    {
      name: 'a scope under another name',
      registry: connectorsWith(
        type,
        { ...oauth, scope: 'a' },
        { ...oauth, scopes: 'b' },
        { ...oauth, scope: 'b' },
      ),
    },
  ],
});

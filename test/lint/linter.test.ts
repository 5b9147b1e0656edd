import { expect, it } from 'vitest';
import { lint } from '../../src/lint/linter.js';
import { rules } from '../../src/lint/rules/index.js';
import { parseRegistry } from '../../src/registry/index.js';

it('reads claims with more items than a call can have arguments', () => {
  const list = Array.from({ length: 200_000 }, () => 'x');
  const config = { private_key: "{{ get_secret('key') }}", claims: { list, last: '{{ nothing }}' } };
  const connector = { name: 'a', url: 'https://api.acme.io/x', authentication: { type: 'jwt', config } };
  const registry = parseRegistry(JSON.stringify({ connectors: [connector] }), 'registry.json');
  expect(lint(registry, { rules }).map(({ rule, pointer }) => [rule, pointer])).toEqual([
    ['unknown-variable', '/connectors/0/authentication/config/claims/last'],
  ]);
});

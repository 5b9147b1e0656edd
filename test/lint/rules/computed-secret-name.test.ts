import { rule } from '../../../src/lint/rules/computed-secret-name.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const header = (value: string) => connector({ headers: [{ key: 'X-Key', value }] });

ruleCases(rule, {
  wrong: [
    { name: 'a variable', registry: header('{{ get_secret(«user.id») }}'), message: 'secret' },
    { name: 'put together', registry: header("{{ get_secret(«'key_' ~ tenant_id») }}") },
    { name: 'a choice', registry: header("{{ get_secret(«'a' if user.id else 'b'») }}") },
    {
      name: 'behind the host',
      registry: connector({ url: 'https://api.acme.io/{{ get_variable(«tenant_id») }}' }),
      message: 'variable',
    },
  ],
  right: [
    { name: 'a variable that does not exist', registry: header('{{ get_secret(name) }}') },
    { name: 'one that this field does not see', registry: header('{{ get_secret(response.body) }}') },
    { name: 'a literal', registry: header("{{ get_secret('key') }}") },
    { name: 'in the host', registry: connector({ url: 'https://{{ get_variable(tenant_id) }}/x' }) },
    {
      name: 'a field that has no secrets',
      registry: connector({ request_body: '{{ get_secret(user.id) }}' }),
    },
  ],
});

import { rule } from '../../../src/lint/rules/anonymous-user.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const url = (path: string, fields = {}) => connector({ url: `https://api.acme.io/${path}`, ...fields });

ruleCases(rule, {
  wrong: [
    { name: 'in a URL', registry: url('{{ «user.id» }}') },
    {
      name: 'in an answer, under another condition',
      registry: url('x', { response_body: '{% if a %}Hi {{ «user.first_name» }}{% endif %}' }),
    },
  ],
  right: [
    {
      name: 'between quotes, where another rule speaks',
      registry: connector({ method: 'POST', request_body: '{"by": "{{ user.email }}"}' }),
    },
    {
      name: 'in a query string of the URL',
      registry: connector({ url: 'https://api.acme.io/x?by={{ user.id }}' }),
    },
    { name: 'with a fallback', registry: url("{{ user.id | default('x', true) }}{{ user.email or 'x' }}") },
    { name: 'under a guard', registry: url('{% if user.id %}{{ user.email }}{% endif %}') },
    {
      name: 'behind a header that needs a user',
      registry: url('{{ user.id }}', { headers: [{ key: 'X-User', value: '{{ user.id }}' }] }),
    },
    { name: 'as JSON', registry: url('x', { response_body: '{{ user.id | tojson }}' }) },
  ],
});

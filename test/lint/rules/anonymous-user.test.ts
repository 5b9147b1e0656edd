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
    { name: 'encoded', registry: url('{{ «user.email» | urlencode }}') },
    { name: 'joined', registry: url("{{ 'u-' ~ «user.id» ~ '-' ~ (user.email or 'x') }}") },
    {
      name: 'in other letters, through a variable',
      registry: url('x', { response_body: '{% set name = user.first_name %}Hi {{ «name» | title }}' }),
    },
  ],
  right: [
    {
      name: 'joined into a query, where `query-injection` speaks',
      registry: url('x', {
        method: 'POST',
        request_body: `{{ "SELECT a FROM b WHERE c = '" ~ user.email ~ "'" }}`,
      }),
    },
    {
      name: 'with a fallback before it is encoded',
      registry: url("{{ user.id | default('x', true) | urlencode }}"),
    },
    {
      name: 'with a fallback that is none, where `default-of-none` speaks',
      registry: url("{{ user.id | default('x') | urlencode }}"),
    },
    { name: 'under a guard in the expression', registry: url("{{ ('u-' ~ user.id) if user.id else 'x' }}") },
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
    {
      name: 'in the host, where nothing of it may stand',
      registry: connector({ url: 'https://{{ user.id }}.acme.io/x' }),
    },
    { name: 'as JSON', registry: url('x', { response_body: '{{ user.id | tojson }}' }) },
  ],
});

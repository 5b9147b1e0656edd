/** A registry for the coverage tests: every category has something that the runs below reach and something that they miss. */
import type { SuiteRun } from './suite.js';

export const registry = {
  connectors: [
    {
      name: 'Status',
      permalink: 'status',
      url: "https://api.example.com/echo/{{ user.id | default('nobody', true) }}",
      headers: [
        { key: 'Accept', value: 'application/json' },
        { key: 'Connection', value: 'keep-alive' },
      ],
      request_body: '{{ never_rendered }}',
      response_body: '{"ok": {{ "true" if response.status_code == 200 else "false" }}}',
    },
    { name: 'Unused', permalink: 'unused', url: 'https://api.example.com/json', method: 'GET' },
  ],
  composite_connectors: [
    {
      name: 'Contact orders',
      permalink: 'contact-orders',
      steps: [
        {
          name: 'contact',
          url: 'https://api.example.com/{{ (request.body_text | from_json).path }}',
          headers: [{ key: 'X-User', value: '{% if user.id %}{{ user.id }}{% else %}nobody{% endif %}' }],
        },
        {
          name: 'orders',
          method: 'POST',
          url: 'https://api.example.com/echo',
          request_body:
            '[\n{% for item in (request.body_text | from_json)["items"] if item > 0 %}\n{{ item }}{% if not loop.last %},{% endif %}\n{% else %}0{% endfor %}]',
        },
      ],
    },
    {
      name: 'Never past the first',
      permalink: 'broken',
      steps: [
        { name: 'first', url: 'https://api.example.com/status/500' },
        { name: 'second', url: 'https://api.example.com/{{ steps.first.body }}' },
      ],
    },
  ],
};

export const registryText = JSON.stringify(registry, null, 2);

export const runs: readonly SuiteRun[] = [
  { permalink: 'status' },
  { permalink: 'status' },
  { permalink: 'contact-orders', payload: { path: 'echo', items: [1, 2] } },
  { permalink: 'contact-orders', payload: { path: 'echo', items: [1, 2, 0] } },
  { permalink: 'contact-orders', payload: { path: 'status/404', items: [] } },
  { permalink: 'contact-orders', payload: { path: 'echo', items: null } },
  { permalink: 'broken' },
];

import { rule } from '../../../src/lint/rules/dotted-step-name.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const fetchUser = { name: 'fetch-user' };

ruleCases(rule, {
  wrong: [
    {
      name: 'a name with a hyphen',
      registry: composite(fetchUser, { request_body: '"{{ (steps.«fetch-user».body | from_json).id }}' }),
      suggestion: "steps['fetch-user']",
      fixed: composite(fetchUser, { request_body: "\"{{ (steps['fetch-user'].body | from_json).id }}" }),
    },
    {
      name: 'several hyphens and digits',
      registry: composite(
        { name: 'get-all-2' },
        { url: 'https://api.acme.io/{{ steps.«get-all-2».body }}/{{ steps.«get-all-2» }}' },
      ),
      fixed: composite(
        { name: 'get-all-2' },
        { url: "https://api.acme.io/{{ steps['get-all-2'].body }}/{{ steps['get-all-2'] }}" },
      ),
    },
    {
      name: 'a later step',
      registry: composite({ request_body: '{{ steps.«fetch-user».body }}' }, fetchUser),
    },
  ],
  right: [
    { name: 'brackets', registry: composite(fetchUser, { request_body: "{{ steps['fetch-user'].body }}" }) },
    {
      name: 'a name that no step has',
      registry: composite(fetchUser, { request_body: '{{ steps.fetch-usr.body }}' }),
    },
    {
      name: 'a real subtraction',
      registry: composite(
        { name: 'a' },
        { request_body: '{{ steps.a.status_code-1 }}{{ steps.a - user.id }}' },
      ),
    },
    { name: 'a simple connector', registry: connector({ response_body: '{{ steps.fetch-user.body }}' }) },
  ],
});

import { rule } from '../../../src/lint/rules/unknown-step.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const contact = { name: 'contact' };

ruleCases(rule, {
  wrong: [
    {
      name: 'a misspelt one',
      registry: composite(contact, { request_body: '{{ steps.«contacts».body }}' }),
      suggestion: 'contact',
    },
    {
      name: 'one in brackets',
      registry: composite({ name: 'get-user' }, { request_body: "{{ steps['«get_user»'].body }}" }),
      suggestion: 'get-user',
    },
    {
      name: 'a later one',
      registry: composite({ request_body: '{{ steps.«contact».body }}' }, contact),
      message: /runs after/,
    },
    {
      name: 'the step itself',
      registry: composite(contact, { name: 'own', response_body: '{{ steps.«own».body }}' }),
      message: /itself/,
    },
    {
      name: 'one that nothing is like',
      registry: composite({ url: 'https://api.acme.io/{{ steps.«nothing».body }}' }),
      message: /no step `nothing`/,
    },
    {
      name: 'one with a hyphen',
      registry: composite({ name: 'get-user' }, { request_body: '{{ steps.«get-usr».body }}' }),
      suggestion: 'get-user',
    },
    {
      name: 'even where it is asked for its body',
      registry: composite(contact, { request_body: '{{ steps.«contcat».body | default(1) }}' }),
    },
    {
      name: 'by its number',
      registry: composite(contact, { request_body: '{{ steps[«0»].body | default("") }}' }),
      message: 'there is no step `0`',
    },
  ],
  right: [
    {
      name: 'earlier ones',
      registry: composite(
        contact,
        { name: 'get-user' },
        {
          request_body: "{{ steps.contact.body }}{{ steps['get-user'].body }}{{ steps['get-user']['body'] }}",
        },
      ),
    },
    {
      name: 'one with a hyphen, after a dot',
      registry: composite({ name: 'get-user' }, { request_body: '{{ steps.get-user.body }}' }),
    },
    { name: 'a simple connector', registry: connector({ response_body: '{{ steps.x }}' }) },
    {
      name: 'all of them',
      registry: composite(contact, {
        request_body: '{% for name, step in steps.items() %}{{ step.body }}{% endfor %}{{ steps[user.id] }}',
      }),
    },
    { name: 'a name of its own', registry: composite({ request_body: '{% set steps = {} %}{{ steps.x }}' }) },
    {
      name: 'where a step has no name',
      registry: composite({ name: '' }, { request_body: '{{ steps.x.body }}' }),
    },
  ],
});

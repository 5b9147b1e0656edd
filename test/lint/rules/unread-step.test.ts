import { rule } from '../../../src/lint/rules/unread-step.js';
import { composite, ruleCases } from '../support/rule-cases.js';

const after = (name: string, step: object, ...more: object[]) =>
  composite({ name }, { method: 'POST', ...step }, ...more);

ruleCases(rule, {
  wrong: [
    {
      name: 'a GET that nothing reads',
      registry: after('«fetch-user»', { request_body: '{{ request.body_text }}' }),
      message: /result of 'fetch-user'/,
    },
    {
      name: 'only the step that is not read',
      registry: composite(
        { name: 'contact' },
        { name: '«orders»' },
        { name: 'last', url: "https://api.acme.io/{{ (steps['contact'].body | from_json).id }}" },
      ),
    },
    {
      name: "a variable of the template's own is no step",
      registry: after('«contact»', { request_body: '{% set steps = {} %}{{ steps.contact }}' }),
    },
  ],
  right: [
    { name: 'read by name', registry: after('contact', { request_body: '{{ steps.contact.body }}' }) },
    { name: 'read in brackets', registry: after('a-b', { request_body: "{{ steps['a-b'].body }}" }) },
    {
      name: 'read in an authentication block',
      registry: after('contact', {
        authentication: {
          type: 'api_key',
          config: { key: 'k', value: '{{ steps.contact.body }}', in: 'header' },
        },
      }),
    },
    {
      name: 'read by a computed name',
      registry: after('contact', { request_body: '{% set n = "contact" %}{{ steps[n].body }}' }),
    },
    {
      name: 'all steps in a loop',
      registry: after('contact', { request_body: '{% for s in steps %}{{ s }}{% endfor %}' }),
    },
    { name: 'all steps as JSON', registry: after('contact', { request_body: '{{ steps | tojson }}' }) },
    {
      name: 'steps given to a macro',
      registry: after('contact', {
        request_body: '{% macro id(all) %}{{ all.contact }}{% endmacro %}{{ id(steps) }}',
      }),
    },
    {
      name: 'inside a macro',
      registry: after('contact', {
        request_body: '{% macro id() %}{{ steps.contact.body }}{% endmacro %}{{ id() }}',
      }),
    },
    {
      name: 'a name that is no step: it may be meant',
      registry: after('fetch-user', { request_body: '{{ steps.fetch-user.body }}' }),
    },
    {
      name: 'a template that does not parse',
      registry: after('contact', { request_body: '{{ steps.contact.body ' }),
    },
    {
      name: 'read too early',
      registry: composite(
        { name: 'a', request_body: '{{ steps.b.body }}' },
        { name: 'b' },
        { name: 'c', url: 'https://api.acme.io/{{ steps.a.body }}' },
      ),
    },
    { name: 'an only step', registry: composite({ name: 'contact' }) },
    { name: 'a POST', registry: composite({ name: 'create', method: 'POST' }, { name: 'last' }) },
    {
      name: 'a HEAD, which can only be a check',
      registry: composite({ name: 'file', method: 'HEAD' }, { name: 'last' }),
    },
    { name: 'a check by its name', registry: after('check-access', {}) },
  ],
});

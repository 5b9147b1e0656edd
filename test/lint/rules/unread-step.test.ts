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
    {
      name: 'prose about steps in another field',
      registry: after('«contact»', { url: 'https://api.acme.io/steps/1' }),
    },
  ],
  right: [
    {
      name: 'a field that is broken: it may have read the step',
      registry: composite({ name: 'contact' }, { request_body: null }),
    },
    {
      name: 'a method that is broken: it may have been no GET',
      registry: composite({ name: 'contact', method: 'post' }, { name: 'last' }),
    },
    {
      name: 'a variable that may be meant for it',
      registry: after('contact', { request_body: '{{ contact.body }}' }),
    },
    { name: 'a slip of `steps`', registry: after('contact', { request_body: '{{ step.contact.body }}' }) },
    {
      name: 'a response where none is',
      registry: after('contact', { request_body: '{{ response.body }}' }),
    },
    { name: 'read in an unknown field', registry: after('contact', { body: '{{ steps.contact.body }}' }) },
    {
      name: 'read in a row with an unknown field',
      registry: after('contact', { headers: [{ key: 'X', val: '{{ steps | tojson }}' }] }),
    },
    {
      name: 'read between single braces',
      registry: after('contact', { url: 'https://api.acme.io/{steps.contact.body}' }),
    },
    {
      name: 'a composite with two steps of one name',
      registry: composite({ name: 'a' }, { name: 'a' }, { name: 'b', method: 'POST' }),
    },
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
    {
      name: 'a later step that is read instead of it',
      registry: composite(
        { name: 'a' },
        { name: 'b', url: 'https://api.acme.io/{{ steps.c.body }}' },
        { name: 'c', url: 'https://api.acme.io/{{ steps.b.body }}' },
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

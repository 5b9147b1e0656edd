import { describe, expect, it } from 'vitest';
import { type References, referencesOf } from '../../src/platform/references.js';
import { parseRegistry } from '../../src/registry/index.js';

const registryOf = (content: unknown) => parseRegistry(JSON.stringify(content, null, 2), '/registry.json');

function simple(fields: Record<string, unknown>): References {
  const [entry] = registryOf({
    connectors: [{ name: 'A', url: 'https://a.example.com', ...fields }],
  }).connectors;
  if (!entry) throw new Error('no connector');
  return referencesOf(entry);
}

const header = (value: string) => ({ headers: [{ key: 'X', value }] });
const names = (references: readonly { name: string }[]) => references.map(({ name }) => name);

describe('referencesOf', () => {
  it('finds the names in every field that is a template, nested values of the authentication too', () => {
    const found = simple({
      url: "https://{{ get_variable('host') }}/x",
      headers: [{ key: 'X-A', value: "{{ get_secret('in_header') }}" }],
      query_parameters: [{ key: 'q', value: "{{ get_variable('in_query') }}" }],
      authentication: {
        type: 'jwt',
        config: {
          private_key: "{{ get_secret('key') }}",
          claims: { iss: "{{ get_variable('issuer') }}", scopes: ["{{ get_variable('scope') }}"] },
        },
      },
      request_body: "{{ get_variable('in_body') }}",
      response_body: "{{ get_variable('in_answer') }}",
    });
    expect(names(found.secrets)).toEqual(['in_header', 'key']);
    expect(names(found.variables)).toEqual(['host', 'in_query', 'issuer', 'scope', 'in_body', 'in_answer']);
    expect(found.variables.map(({ group }) => group)).toEqual([
      'url',
      'value',
      'value',
      'value',
      'request_body',
      'response_body',
    ]);
    expect(found.secrets.map(({ step }) => step)).toEqual([null, null]);
  });

  it('names the step, and the place of the call in the file', () => {
    const registry = registryOf({
      composite_connectors: [
        {
          name: 'C',
          steps: [
            { name: 'first', url: 'https://a.example.com' },
            { name: 'second', url: 'https://a.example.com', ...header('a\n"{{ get_secret("k") }}') },
          ],
        },
      ],
    });
    const [composite] = registry.composites;
    const [reference] = composite ? referencesOf(composite).secrets : [];
    expect(reference).toMatchObject({ name: 'k', step: 'second' });
    if (!reference) return;
    const { start, end } = reference.field.spanOf(reference.span.start, reference.span.end);
    expect(registry.file.text.slice(start, end)).toBe('get_secret(\\"k\\")');
  });

  it('tells calls with a default from those without', () => {
    const found = simple(
      header(
        "{{ get_secret('a') | default('x') }}{{ get_secret('b') | d('') }}{{ get_secret('c') | upper }}",
      ),
    );
    expect(found.secrets.map(({ name, hasDefault }) => [name, hasDefault])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ]);
  });

  it('keeps apart calls whose name is computed', () => {
    const found = simple(
      header("{{ get_secret('a' ~ 'b') }}{{ get_variable(name='named') }}{{ get_variable() }}"),
    );
    expect(found.secrets).toEqual([]);
    expect(names(found.variables)).toEqual(['named']);
    expect(found.computed.map(({ what }) => what)).toEqual(['secret', 'variable']);
  });

  it.each([
    ["a macro of the template's own", "{% macro get_secret(n) %}{{ n }}{% endmacro %}{{ get_secret('a') }}"],
    ['plain text', "get_secret('a')"],
    ['a comment', "{# {{ get_secret('a') }} #}"],
    ['a template that does not parse', "{{ get_secret('a') "],
  ])('finds nothing in %s', (_what, template) => {
    expect(simple(header(template))).toEqual({ secrets: [], variables: [], computed: [] });
  });
});

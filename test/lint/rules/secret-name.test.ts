import { rule } from '../../../src/lint/rules/secret-name.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const header = (value: string) => connector({ headers: [{ key: 'X-Key', value }] });

ruleCases(rule, {
  wrong: [
    {
      name: 'a hyphen',
      registry: header("{{ get_secret('«my-key»') }}"),
      message: '"my-key"',
      suggestion: 'my_key',
    },
    {
      name: 'a variable',
      registry: connector({ url: "https://{{ get_variable('«my.host»') }}/x" }),
      message: 'no variable',
      suggestion: 'my_host',
    },
    { name: 'a digit first', registry: header("{{ get_secret('«2nd»') }}"), suggestion: '_2nd' },
    { name: 'a space at the end', registry: header("{{ get_secret('«key »') }}"), suggestion: 'key' },
    { name: 'another alphabet', registry: header("{{ get_secret('«schlüssel»') }}") },
    { name: 'nothing', registry: header("{{ get_secret(«''») }}") },
    { name: 'a number', registry: header('{{ get_secret(«1») }}'), message: 'is text' },
    { name: 'as a keyword', registry: header("{{ get_secret(name='«a-b»') }}") },
  ],
  right: [
    { name: 'letters, digits and underscores', registry: header("{{ get_secret('_Key_2') }}") },
    { name: 'a computed name', registry: header('{{ get_secret(user.id) }}') },
    { name: 'a field that has no secrets', registry: connector({ request_body: "{{ get_secret('a-b') }}" }) },
    {
      name: "a macro of the template's own",
      registry: header("{% macro get_secret(a) %}{% endmacro %}{{ get_secret('a-b') }}"),
    },
    { name: 'plain text', registry: header("get_secret('a-b')") },
  ],
});

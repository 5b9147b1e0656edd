import { rule } from '../../../src/lint/rules/header-control-character.js';
import { compositeText, connectorText, ruleCases } from '../support/rule-cases.js';

/** The text of a JSON string, escapes and all. */
const header = (value: string) => connectorText(`"headers": [{"key": "X-A", "value": "${value}"}]`);

ruleCases(rule, {
  wrong: [
    { name: 'a line break', registry: header('a«\\n»b'), message: /line feed \(LF\)/ },
    { name: 'a carriage return', registry: header('a«\\r»b'), message: /carriage return/ },
    { name: 'a NUL', registry: header('a«\\u0000»'), message: /NUL/ },
    { name: 'several in a row, as one', registry: header('a«\\r\\n»X-B: 1') },
    { name: 'the first of several', registry: header('a«\\n»b\\nc') },
    { name: 'two line breaks at the end', registry: header('a«\\n»\\n') },
    { name: 'at the beginning', registry: header('«\\n»a') },
    { name: 'beside a template', registry: header("Bearer {{ get_secret('t') }}«\\n»;") },
    {
      name: 'between tags',
      registry: header('{% set t = user.id %}«\\n»{{ t }}'),
      hint: /-%\}/,
    },
    { name: 'in a branch', registry: header('{% if user.id %}«\\n»{{ user.id }}{% endif %}') },
    { name: 'in a loop', registry: header('{% for a in [1, 2] %}{{ a }}«\\n»{% endfor %}') },
    { name: 'in a string of the template', registry: header("{{ «'a\\\\nb'» }}") },
    { name: 'joined in an expression', registry: header("{{ user.id ~ «'\\\\n'» ~ tenant_id }}") },
    {
      name: 'in a step',
      registry: compositeText(
        '{"name": "a", "url": "https://api.acme.io/x", "headers": [{"key": "X-A", "value": "a«\\n»b"}]}',
      ),
    },
  ],
  right: [
    { name: 'one line break at the end, which the engine drops', registry: header('a\\n') },
    { name: 'one at the end of a template', registry: header('{{ user.id }}\\r\\n') },
    { name: 'tabs and letters', registry: header('a\\tb é') },
    { name: 'inside of a tag', registry: header('{{ user.id\\n  | lower }}') },
    { name: 'in a comment', registry: header('{# a\\nb #}{{ user.id }}') },
    { name: 'taken away by the tags', registry: header('{% set t = user.id -%}\\n{{ t }}') },
    { name: 'in what is not printed', registry: header('{% set t %}a\\nb{% endset %}{{ t | trim }}') },
    { name: 'taken away by a filter', registry: header('{% filter trim %}\\na{% endfilter %}') },
    { name: 'a string that a filter reads', registry: header("{{ user.email | replace('\\\\n', '') }}") },
    {
      name: 'a query parameter, which is encoded',
      registry: connectorText('"query_parameters": [{"key": "q", "value": "a\\nb"}]'),
    },
    { name: 'a template that does not parse', registry: header('{% if %}\\n') },
  ],
});

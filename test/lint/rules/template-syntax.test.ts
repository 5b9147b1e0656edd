import { rule } from '../../../src/lint/rules/template-syntax.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const responseBody = (response_body: string) => connector({ response_body });

ruleCases(rule, {
  wrong: [
    { name: 'braces in braces', registry: responseBody('{{ «{{» user.id }} }}') },
    { name: 'one brace too few', registry: connector({ url: 'https://api.acme.io/{{ user.id «}»' }) },
    { name: 'an expression that never ends', registry: responseBody('a «{{» user.id') },
    { name: 'an escaped quote too many', registry: responseBody('{{ «"» }}') },
    { name: 'an if without endif', registry: responseBody('{% «if» a %}x'), message: /looking for/ },
    {
      name: 'the inner of two open tags',
      registry: responseBody('{% if a %}{% «for» x in a %}{{ x }}'),
      message: /'for'/,
    },
    { name: 'a tag that does not fit', registry: responseBody('{% if a %}{% «endfor» %}{% endif %}') },
    {
      name: 'a tag of another language',
      registry: responseBody('{% if a %}{% «elseif» b %}{% endif %}'),
      suggestion: 'elif',
    },
    { name: 'a misspelt tag', registry: responseBody('{% «fr» x in y %}{% endfor %}'), suggestion: 'for' },
    { name: 'operators of another language', registry: responseBody('{{ a «&»& b }}') },
    { name: 'an assignment for a comparison', registry: responseBody('{% if a «=» 1 %}{% endif %}') },
    { name: 'an open comment', registry: responseBody('a «{#» b') },
    { name: 'open raw text', registry: responseBody('a «{% raw %}» b') },
    {
      name: 'a block that is there twice',
      registry: responseBody('{% block a %}{% endblock %}{% block «a» %}{% endblock %}'),
    },
    {
      name: 'what stands behind escapes and other letters',
      registry: composite({ headers: [{ key: 'X', value: '"\\ü\u{1f600}\n{{ a «b» }}' }] }),
    },
    {
      name: 'filters without end',
      registry: connector({ request_body: `«{{ x${'|e'.repeat(20_000)} }}»` }),
      message: /deep/,
    },
  ],
  right: [
    { name: 'unknown filters and tests', registry: responseBody('{{ a | frob }}{{ a is frob }}') },
    { name: 'text with braces', registry: responseBody('{"a": {"b": 1}} }} %}') },
    { name: 'braces in raw text', registry: responseBody('{% raw %}{{ {% if %}{% endraw %}') },
    { name: 'a long list', registry: responseBody(`{{ [${'1, '.repeat(5000)}] }}`) },
  ],
});

import { rule } from '../../../src/lint/rules/unknown-test.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const responseBody = (response_body: string) => connector({ response_body });

ruleCases(rule, {
  wrong: [
    { name: 'one of another language', registry: responseBody('{{ a is «null» }}'), suggestion: 'none' },
    {
      name: 'a misspelt one',
      registry: responseBody('{% if a is not «definde» %}{% endif %}'),
      suggestion: 'defined',
    },
    {
      name: 'one by its name',
      registry: responseBody("{{ [] | selectattr('a', '«equal»', 1) | list }}"),
      suggestion: 'equalto',
    },
    { name: 'one by its name alone', registry: responseBody("{{ [] | select('«frob»') | list }}") },
  ],
  right: [
    {
      name: 'those of Jinja2',
      registry: responseBody('{{ a is defined and a is in [1] and a is eq 1 and a is divisibleby 3 }}'),
    },
    {
      name: 'operators by their names',
      registry: responseBody("{{ [] | selectattr('a', '==', 1) | rejectattr('b') | select('odd') | list }}"),
    },
  ],
});

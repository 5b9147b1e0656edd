import { rule } from '../../../src/lint/rules/path-parameter-value.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const value = (text: string) => connector({ path_parameters: [{ key: 'a', value: text }] });

ruleCases(rule, {
  wrong: [
    { name: 'a slash', registry: value('«a/b»'), message: 'it holds "/"' },
    { name: 'a space', registry: value('«a b»'), message: 'a space' },
    { name: 'a letter with an accent', registry: value('«zürich»') },
    { name: 'an escape', registry: value('«a%20b»') },
    { name: 'a dot', registry: value('«.»') },
    { name: 'two dots', registry: value('«..»') },
    { name: 'two dots inside', registry: value('«a..b»'), message: 'two dots' },
    { name: 'too long', registry: value(`«${'a'.repeat(201)}»`), message: '201' },
  ],
  right: [
    { name: 'all that is allowed', registry: value('AZaz09._~-') },
    { name: 'the longest', registry: value('a'.repeat(200)) },
    { name: 'an empty one has a rule of its own', registry: value('') },
    { name: 'a template', registry: value('{{ user.id }}') },
    { name: 'none', registry: connector({ path_parameters: [{ key: 'a' }] }) },
  ],
});

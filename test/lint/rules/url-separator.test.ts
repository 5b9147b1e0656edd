import { rule } from '../../../src/lint/rules/url-separator.js';
import { compositeText, connector, ruleCases } from '../support/rule-cases.js';

const at = (url: string, fields: object = {}) => connector({ url: `https://api.acme.io/${url}`, ...fields });

ruleCases(rule, {
  wrong: [
    { name: 'a bare ? at the end', registry: at('a«?»'), message: /ends in `\?`/, fixed: at('a') },
    { name: 'a bare & at the end', registry: at('a?b=1«&»'), fixed: at('a?b=1') },
    { name: 'behind a tag', registry: at('{{ tenant_id }}«?»'), fixed: at('{{ tenant_id }}') },
    { name: 'behind a block', registry: at('a{% if tenant_id %}/b{% endif %}«?»') },
    { name: 'two question marks', registry: at('a«??»b=1'), message: /holds `\?\?`/, fixed: at('a?b=1') },
    { name: 'two ampersands', registry: at('a?b=1«&&»c=2'), fixed: at('a?b=1&c=2') },
    { name: 'an ampersand first', registry: at('a«?&»b=1'), fixed: at('a?b=1') },
    {
      name: 'two ampersands behind a tag',
      registry: at('a?b={{ tenant_id }}«&&»c=2'),
      fixed: at('a?b={{ tenant_id }}&c=2'),
    },
    { name: 'before a fragment', registry: at('a«?»#b') },
    { name: 'before a line break that is dropped', registry: at('a«?»\n') },
    {
      name: 'a bare ? beside query parameters',
      registry: at('a«?»', { query_parameters: [{ key: 'b', value: '1' }] }),
    },
    {
      name: 'in a token URL, and in a step',
      registry: compositeText(
        '{"name": "a", "url": "https://api.acme.io/x«?»", "authentication": {"type": "oauth_client_credentials", "config": {"client_id": "a", "client_secret": "b", "token_url": "https://api.acme.io/token«?»"}}}',
      ),
    },
  ],
  right: [
    { name: 'a query string', registry: at('a?b=1&c=2&d') },
    { name: 'a tag that may print what follows', registry: at('a?{{ tenant_id }}') },
    { name: 'a block that may print what follows', registry: at('a?{% if tenant_id %}b=1&{% endif %}c=2') },
    { name: 'an optional parameter at the end', registry: at('a?b=1&{% if tenant_id %}c=2{% endif %}') },
    { name: 'an optional value between two', registry: at('a?b=1&{{ tenant_id }}&c=2') },
    { name: 'question marks in a value', registry: at('a?b=what??') },
    { name: 'ampersands in a path', registry: at('a&&b') },
    { name: 'ampersands in a fragment', registry: at('a?b=1#c&&d') },
    {
      name: 'what `url-query-string` speaks of',
      registry: at('a?b=1&', { query_parameters: [{ key: 'c', value: '1' }] }),
    },
  ],
});

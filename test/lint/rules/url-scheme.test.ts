import { rule } from '../../../src/lint/rules/url-scheme.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const url = (text: string) => connector({ url: text });
const token = (token_url: string) =>
  connector({
    authentication: {
      type: 'oauth_client_credentials',
      config: { client_id: 'a', client_secret: 'b', token_url },
    },
  });

ruleCases(rule, {
  wrong: [
    { name: 'plain HTTP', registry: url('«http»://api.acme.io/x'), message: /is http,/, suggestion: 'https' },
    { name: 'another protocol', registry: url('«ftp»://api.acme.io/x') },
    { name: 'in a token URL', registry: token('«http»://login.acme.io/token'), message: /`token_url`/ },
    { name: 'in a step', registry: composite({ url: '«http»://api.acme.io' }) },
    {
      name: 'in the default of a variable',
      registry: url("{{ get_variable('base') | default('«http»://a.acme.io') }}/x"),
    },
    { name: 'behind a definition', registry: url('{% set x = 1 %}«http»://a.acme.io/{{ x }}') },
    { name: 'no protocol, relative to it', registry: url('«//»api.acme.io/x') },
    { name: 'a path only', registry: url('«/v1/search»?q=1'), message: 'no protocol' },
    { name: 'a path up to a tag', registry: url('«/v1/»{{ user.id }}') },
    { name: 'a host only', registry: url('«api.acme.io»/search') },
    { name: 'a host and a port', registry: url('«localhost»:3000/search') },
    { name: 'half a protocol', registry: url('«https:/»api.acme.io/x'), suggestion: 'https://' },
    { name: 'no colon', registry: url('«https//»api.acme.io/x') },
    { name: 'two protocols', registry: url('https://«http://»api.acme.io/x'), message: /two protocols/ },
    {
      name: 'a second one from a default',
      registry: url("https://{{ get_variable('host') | default('«https://»a.acme.io') }}/x"),
    },
    { name: 'templates of the host behind it', registry: url("«http»://{{ get_variable('h') }}/x") },
    { name: 'no protocol before a variable', registry: url("«api.»{{ get_variable('h') }}.io/x") },
  ],
  right: [
    { name: 'HTTPS', registry: url('https://api.acme.io/x') },
    { name: 'in capitals', registry: url('HTTPS://api.acme.io/x') },
    { name: 'a URL inside the query', registry: url('https://api.acme.io/x?to=http://acme.io') },
    { name: 'a variable as origin', registry: url("{{ get_variable('base') }}/x") },
    {
      name: 'a default without protocol has a rule of its own',
      registry: url("{{ get_variable('base') | default('acme.io') }}/x"),
    },
    {
      name: 'a templated protocol has a rule of its own',
      registry: url("http{{ get_variable('s') }}://acme.io/x"),
    },
    { name: 'a placeholder in front', registry: url('{base}/x') },
    { name: 'a block in front', registry: url('{% if user.id %}http://a.io{% endif %}') },
    { name: 'a template that does not parse', registry: url('http://{{ x') },
    { name: 'a token URL from a secret', registry: token("{{ get_secret('token_url') }}") },
    {
      name: 'a token URL that nobody reads',
      registry: connector({
        authentication: {
          type: 'api_key',
          config: { key: 'a', value: 'b', in: 'header', token_url: 'http://x.io' },
        },
      }),
    },
    { name: 'no text at all', registry: url(' ') },
  ],
});

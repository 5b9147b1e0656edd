import { rule } from '../../../src/lint/rules/url-address.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const url = (text: string) => connector({ url: text });
const refused = [
  'localhost',
  'localhost.',
  'LOCALHOST',
  'api.localhost',
  '127.0.0.1',
  '127.1',
  '127.0.0.1.',
  '10.0.0.8',
  '172.16.4.1',
  '192.168.1.20',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '017700000001',
  '0177.0.0.1',
  '[::1]',
  '[::]',
  '[fe80::1]',
  '[fd00::1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:7f00:1]',
];

ruleCases(rule, {
  wrong: [
    ...refused.map((host) => ({ name: host, registry: url(`https://«${host}»/x`) })),
    { name: 'with a port', registry: url('https://«localhost»:3000/x'), message: /this machine/ },
    { name: 'without a path', registry: url('https://«10.1.2.3»') },
    { name: 'beside plain HTTP', registry: url('http://«localhost»:3000/x') },
    {
      name: 'an unusual spelling',
      registry: url('https://«0x7f.1»/x'),
      message: "'0x7f.1' means 127.0.0.1, a loopback address",
    },
    {
      name: 'an encoded spelling',
      registry: url('https://«%31%32%37.0.0.1»/x'),
      message: "'%31%32%37.0.0.1' means 127.0.0.1, a loopback address",
    },
    { name: 'IPv6', registry: url('https://«[::1]»/x'), message: /^::1 is a loopback address$/ },
    {
      name: 'IPv4 inside of IPv6',
      registry: url('https://«[64:ff9b::10.0.0.1]»/x'),
      message:
        /^'\[64:ff9b::10\.0\.0\.1\]' means 64:ff9b::a00:1, a translation of 10\.0\.0\.1, a private address$/,
    },
    { name: 'after credentials', registry: url('https://a:b@«10.0.0.1»/x') },
    { name: 'before a template', registry: composite({ url: 'https://«10.0.0.1»/{{ user.id }}' }) },
    {
      name: 'a default for the host',
      registry: url("https://{{ get_variable('h') | default('«10.0.0.1»', true) }}/x"),
    },
    {
      name: 'a default for the origin',
      registry: url("{{ get_variable('b') | default('https://«localhost»:1') }}/x"),
    },
    { name: 'a variable below localhost', registry: url("https://«{{ get_variable('h') }}.localhost»/x") },
    {
      name: 'a token URL',
      registry: connector({
        authentication: { type: 'oauth_jwt_bearer', config: { token_url: 'https://«192.168.0.1»/token' } },
      }),
    },
    { name: 'no host', registry: url('«https://»/x'), message: /no host/ },
    { name: 'not valid', registry: url('https://«api..acme.io»/x'), message: /not valid/ },
    {
      name: 'no port',
      registry: url('https://api.acme.io:«99999»/x'),
      message: /^port 99999 is out of range/,
    },
    { name: 'port 0', registry: url('https://api.acme.io:«0»/x'), message: /^port 0 is out of range/ },
    { name: 'a word for a port', registry: url('https://api.acme.io:«https»/x'), message: /no valid port/ },
  ],
  right: [
    { name: 'a public name', registry: url('https://api.acme.io/x') },
    { name: 'a public address', registry: url('https://8.8.8.8:8443/x') },
    { name: 'a public IPv6 address', registry: url('https://[2606:4700::1111]/x') },
    { name: 'localhost as a label', registry: url('https://localhost.acme.io/x') },
    { name: 'an address in the query', registry: url('https://api.acme.io/x?ip=127.0.0.1&at=a@localhost') },
    { name: 'a host from a variable', registry: url("https://{{ get_variable('h') }}/x") },
    { name: 'a label from a variable', registry: url("https://10.0.0.{{ get_variable('h') }}/x") },
    { name: 'a block that decides', registry: url('https://10.0.0.1{% if user.id %}.acme.io{% endif %}/x') },
    { name: 'placeholders', registry: url('https://<tenant>.acme.io:YOUR_PORT/x') },
    { name: 'characters of url-encoding', registry: url('https://a cme.io/x') },
    { name: 'a root dot', registry: url('https://api.acme.io./x') },
  ],
});

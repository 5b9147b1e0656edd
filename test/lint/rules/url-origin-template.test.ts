import { rule } from '../../../src/lint/rules/url-origin-template.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const url = (text: string) => connector({ url: text });

ruleCases(rule, {
  wrong: [
    {
      name: 'an expression in the host',
      registry: url('https://{{ «user.id» }}.acme.io/x'),
      message: /host/,
    },
    { name: 'path parameters in the host', registry: url('https://{{ «pathParams.site» }}.acme.io/x') },
    { name: 'an unknown name', registry: url('https://{{ «tenant» }}.acme.io/x') },
    { name: 'a filter', registry: url("https://{{ get_variable('h') | «lower» }}/x") },
    {
      name: 'a filter before the default',
      registry: url("https://{{ get_variable('h') | «trim» | default('a.io') }}/x"),
    },
    { name: 'a computed default', registry: url("https://{{ get_variable('h') | default(«user.id») }}/x") },
    { name: 'a computed name', registry: url('https://{{ get_variable(«user.id») }}/x') },
    { name: 'another argument', registry: url("https://{{ get_variable('h', «'a.io'») }}/x") },
    { name: 'a choice', registry: url("https://{{ «'a' if user.id else 'b'» }}.acme.io/x") },
    { name: 'a block', registry: url('https://{% «if user.id %}a{% endif» %}.acme.io/x') },
    { name: 'a protocol', registry: url("{{ «get_variable('p')» }}://acme.io/x"), message: /protocol/ },
    { name: 'a half protocol', registry: url("http{{ «get_variable('s')» }}://acme.io/x") },
    { name: 'a port', registry: url("https://acme.io:{{ «get_variable('port')» }}/x"), message: /port/ },
    {
      name: 'a part of a label',
      registry: url("https://a-{{ «get_variable('h')» }}.acme.io/x"),
      message: /label/,
    },
    {
      name: 'the second of two',
      registry: url("https://{{ get_variable('a') }}.b{{ «get_variable('b')» }}.io/x"),
    },
    {
      name: 'a default without protocol',
      registry: url("{{ get_variable('b') | default('«api.acme.io»') }}/x"),
      message: /https/,
    },
    { name: 'an earlier step', registry: composite({}, { url: "https://{{ «steps['step-0'].body» }}/x" }) },
  ],
  right: [
    { name: 'a whole host', registry: url("https://{{ get_variable('h') }}/x") },
    {
      name: 'a label with a default',
      registry: url("https://{{ get_variable('h') | default('eu', true) }}.acme.io/x"),
    },
    { name: 'a whole origin', registry: url("{{ get_variable('b') | default('https://acme.io') }}/x") },
    { name: 'templates behind the host', registry: url('https://acme.io/{{ user.id }}?x={{ tenant_id }}') },
    {
      name: 'what is not visible has a rule of its own',
      registry: url("https://{{ get_secret('h') }}.acme.io/x"),
    },
    {
      name: 'path parameters of a composite too',
      registry: composite({ url: 'https://{{ pathParams.h }}.acme.io/x' }),
    },
    { name: 'a missing protocol too', registry: url("api.{{ get_variable('h') }}.io/x") },
    { name: 'credentials too', registry: url("https://a:{{ get_variable('p') }}@acme.io/x") },
    {
      name: 'a token URL',
      registry: connector({
        authentication: {
          type: 'oauth_client_credentials',
          config: { token_url: "https://{{ get_secret('h') }}.acme.io/token" },
        },
      }),
    },
  ],
});

import { rule } from '../../../src/lint/rules/url-encoding.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const url = (text: string) => connector({ url: text });

ruleCases(rule, {
  wrong: [
    {
      name: 'a space',
      registry: url('https://api.acme.io/new« »members'),
      message: 'a space',
      fixed: url('https://api.acme.io/new%20members'),
    },
    {
      name: 'several, in one finding',
      registry: url('https://api.acme.io/x?q=a« »b c'),
      message: 'more in 1 other',
      fixed: url('https://api.acme.io/x?q=a%20b%20c'),
    },
    {
      name: 'neighbours, as JSON escapes them',
      registry: url('https://api.acme.io/x?q=«"|"»'),
      fixed: url('https://api.acme.io/x?q=%22%7C%22'),
    },
    {
      name: 'a letter with an accent',
      registry: url('https://api.acme.io/«ü»ber'),
      fixed: url('https://api.acme.io/%C3%BCber'),
    },
    { name: 'in a host, where nothing can be encoded', registry: url('https://b«ü»cher.io/x') },
    { name: 'a line break', registry: url('https://api.acme.io/x«\n»?a=1'), message: 'control character' },
    {
      name: 'white space around it',
      registry: url('« »https://api.acme.io/x '),
      fixed: url('https://api.acme.io/x'),
    },
    { name: 'a broken escape', registry: url('https://api.acme.io/100«%»/x'), message: 'hexadecimal' },
    {
      name: 'between tags',
      registry: composite({ url: 'https://api.acme.io/{{ user.id }}« »{{ user.email }}' }),
    },
    { name: 'inside a block', registry: url('https://api.acme.io/{% if user.id %}a« »b{% endif %}') },
    {
      name: 'JSON, whose braces are no placeholder',
      registry: url('https://api.acme.io/x?f=«{"»a":1}'),
    },
    ...['<', '>', '\\', '^', '`', '|'].map((character) => ({
      name: character,
      registry: url(`https://api.acme.io/a«${character}»b`),
    })),
  ],
  right: [
    {
      name: 'what may stand in a URL',
      registry: url("https://api.acme.io/a-._~:@!$&'()*+,;=%20?x[]=%C3%BC"),
    },
    {
      name: 'spaces inside tags',
      registry: url('https://api.acme.io/{{ user.id }}{# a b #}{% if user.id %}/x{% endif %}'),
    },
    {
      name: 'a filtered block',
      registry: url('https://api.acme.io/{% filter urlencode %}a b{% endfilter %}'),
    },
    {
      name: 'a text that is set',
      registry: url('{% set a %}a b{% endset %}https://api.acme.io/{{ a | urlencode }}'),
    },
    { name: 'an escape that a tag ends', registry: url('https://api.acme.io/%2{{ user.id }}') },
    { name: 'single braces have a rule of their own', registry: url('https://api.acme.io/{ topicId }') },
    { name: 'placeholders have a rule of their own', registry: url('https://<your tenant>.acme.io/x') },
    { name: 'the line break that the engine drops', registry: url('https://api.acme.io/x\n') },
  ],
});

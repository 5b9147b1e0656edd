import { rule } from '../../../src/lint/rules/constant-condition.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const response = (test: string) => connector({ response_body: `{% if ${test} %}1{% endif %}` });

ruleCases(rule, {
  wrong: [
    { name: 'a constant', registry: response('«true»'), message: 'the condition is always true' },
    { name: 'an empty text', registry: response("«''»"), message: 'the condition is always false' },
    { name: 'a constant in an `elif`', registry: response("a %}{% elif «'x'»") },
    { name: 'two constants', registry: response("«'a' == 'b'»"), message: 'the condition is always false' },
    { name: 'something and itself', registry: response('«data.id != data.id»') },
    {
      name: 'a text alone behind `or`',
      registry: response("a == 'x' or «'y'»"),
      message: /because of `'y'`/,
    },
    { name: 'what is always defined', registry: response('«response.body is defined»') },
    { name: '`not`', registry: response('«not response.status_code is undefined»') },
    {
      name: 'in an expression of a composite',
      registry: composite({
        method: 'POST',
        request_body: "{{ 'a' if «request.body_text is defined» else 'b' }}",
      }),
    },
  ],
  right: [
    { name: 'a value', registry: response('response.body') },
    { name: 'belt and braces', registry: response('response.body is defined and response.body') },
    {
      name: 'something that may be undefined',
      registry: response('data.id is defined and response.headers.etag is defined'),
    },
    {
      name: 'a name of the template',
      registry: response('a %}{% endif %}{% set response = {} %}{% if response.body is defined'),
    },
    { name: 'a name that is not visible there', registry: response('body_text is defined') },
    { name: 'a fallback', registry: connector({ response_body: "{{ a or 'x' }}" }) },
    { name: 'numbers of other types', registry: response('1 == true') },
  ],
});

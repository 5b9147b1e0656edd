import { rule } from '../../../src/lint/rules/body-without-effect.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    {
      name: 'no method',
      registry: connector({ request_body: '«a={{ user.id }}»' }),
      message: /without `method`/,
    },
    { name: 'HEAD', registry: connector({ method: 'HEAD', request_body: '«x»' }), message: /a HEAD request/ },
    { name: 'in a step', registry: composite({ method: 'GET', request_body: '«{\n}»' }) },
  ],
  right: [
    { name: 'a body that is posted', registry: connector({ method: 'POST', request_body: 'x' }) },
    { name: 'a body of a DELETE', registry: connector({ method: 'DELETE', request_body: 'x' }) },
    { name: 'a blank body', registry: connector({ method: 'GET', request_body: ' \n' }) },
    { name: 'a method under another name', registry: connector({ verb: 'POST', request_body: 'x' }) },
    { name: 'a method that is null', registry: connector({ method: null, request_body: 'x' }) },
    { name: 'a method in lower case', registry: connector({ method: 'get', request_body: 'x' }) },
  ],
});

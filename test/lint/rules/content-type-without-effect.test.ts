import { rule } from '../../../src/lint/rules/content-type-without-effect.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const json = 'application/json';

ruleCases(rule, {
  wrong: [
    {
      name: 'every step but the last',
      registry: composite(
        { response_content_type: '«text/plain»' },
        { response_content_type: `«${json}»` },
        { response_content_type: json },
      ),
      message: /'step-[01]' is not the last/,
    },
  ],
  right: [
    { name: 'the last step', registry: composite({}, { response_content_type: json }) },
    { name: 'an only step', registry: composite({ response_content_type: json }) },
    { name: 'blank', registry: composite({ response_content_type: '' }, {}) },
    { name: 'a simple connector', registry: connector({ response_content_type: json }) },
  ],
});

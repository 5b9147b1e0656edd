import { rule } from '../../../src/lint/rules/no-loader.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    { name: 'an include', registry: connector({ response_body: "{% «include» 'a' %}" }), message: /include/ },
    {
      name: 'one that may be absent',
      registry: connector({ response_body: "{%- «include» 'a' ignore missing %}" }),
    },
    {
      name: 'imports and a base, in a step',
      registry: composite({
        request_body:
          "{% «extends» 'a' %}\n{% «import» 'b' as b %}{% if b %}{% «from» 'c' import d %}{% endif %}",
      }),
    },
  ],
  right: [
    { name: 'the words as text', registry: connector({ response_body: '{{ "include" }} import extends' }) },
  ],
});

import { rule } from '../../../src/lint/rules/lost-assignment.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const response = (response_body: string) => connector({ response_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'a list that is printed behind the loop',
      registry: response(
        '{% set out = [] %}{% for x in xs %}{% set «out» = out + [x] %}{% endfor %}{{ out | tojson }}',
      ),
      message: /nothing adds up/,
    },
    {
      name: 'a counter that is printed in the loop',
      registry: response('{% set n = 0 %}{% for x in xs %}{% set «n» = n + 1 %}{{ n }}{% endfor %}'),
    },
    {
      name: 'a text that grows, under a condition',
      registry: response(
        "{% set s = '' %}{% for x in xs %}{% if x.ok %}{% set «s» = s ~ x.name %}{% endif %}{% endfor %}{{ s }}",
      ),
    },
    {
      name: 'a flag that is read behind the loop',
      registry: response(
        '{% set found = false %}{% for x in xs %}{% if x.ok %}{% set «found» = true %}{% endif %}{% endfor %}{{ found }}',
      ),
      message: /is lost after this turn/,
    },
    {
      name: 'a separator for the next turn',
      registry: response(
        "{% set sep = '' %}{% for x in xs %}{{ sep }}{{ x }}{% set «sep» = ',' %}{% endfor %}",
      ),
    },
    {
      name: 'in an inner loop',
      registry: response(
        '{% for a in xs %}{% set out = [] %}{% for x in a %}{% set «out» = out + [x] %}{% endfor %}{{ out }}{% endfor %}',
      ),
    },
  ],
  right: [
    {
      name: 'a namespace',
      registry: response(
        '{% set ns = namespace(out=[]) %}{% for x in xs %}{% set ns.out = ns.out + [x] %}{% endfor %}{{ ns.out }}',
      ),
    },
    {
      name: 'a variable of the turn',
      registry: response("{% for x in xs %}{% set s = '' %}{% set s = s ~ x %}{{ s }}{% endfor %}"),
    },
    {
      name: 'a value that each turn makes from the one before the loop',
      registry: response(
        "{% set url = 'https://a' %}{% for x in xs %}{% set url = url ~ '/' ~ x %}{{ url }}{% endfor %}",
      ),
    },
    {
      name: 'a name of the turn that something else had before',
      registry: response('{% set x = 1 %}{{ x }}{% for y in ys %}{% set x = y.a %}{{ x }}{% endfor %}'),
    },
    {
      name: 'outside of loops',
      registry: response('{% set out = [1] %}{% if a %}{% set out = out + [2] %}{% endif %}{{ out }}'),
    },
    {
      name: 'in a macro',
      registry: response(
        '{% set n = 1 %}{% for x in xs %}{% macro m(n) %}{% set n = n + 1 %}{{ n }}{% endmacro %}{{ m(x) }}{% endfor %}',
      ),
    },
  ],
});

import { rule } from '../../../src/lint/rules/unguarded-from-json.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const response = (response_body: string) => connector({ response_body });
const request = (request_body: string) => connector({ method: 'POST', request_body });
const step = (url: string) => composite({ url: `https://api.acme.io/${url}` });

ruleCases(rule, {
  wrong: [
    {
      name: 'the payload of a composite, in a URL',
      registry: step('{{ (request.body_text | «from_json»).id }}'),
      message: /`request\.body_text`.* 422/,
    },
    {
      name: 'through a variable',
      registry: request('{% set raw = body_text %}{% set b = raw | «from_json» %}{{ b.x | tojson }}'),
    },
    {
      name: 'once, however often it is parsed',
      registry: request('{{ (body_text | «from_json»).a | tojson }}{{ (body_text | from_json).b | tojson }}'),
    },
    {
      name: 'under a condition about something else',
      registry: request('{% if user.id %}{{ (body_text | «from_json»).a | tojson }}{% endif %}'),
    },
    {
      name: 'outside of the guard',
      registry: request('{% if body_text %}x{% endif %}{{ (body_text | «from_json»).a | tojson }}'),
    },
    {
      name: 'the answer of a simple connector',
      registry: response('{% for x in response.body | «from_json» %}{{ x.id }}{% endfor %}'),
      message: /error answers/,
    },
    {
      name: 'an answer with a default, which a body that is there never takes',
      registry: response("{{ (response.body | default('{}') | «from_json»).id }}"),
    },
  ],
  right: [
    {
      name: 'under a condition on a name that does not exist, where `unknown-variable` speaks',
      registry: connector({
        method: 'POST',
        request_body: '{% if payload %}{{ (body_text | from_json).a | tojson }}{% endif %}',
      }),
    },
    {
      name: 'a payload where it is not visible',
      registry: connector({ url: 'https://api.acme.io/{{ (body_text | from_json).id }}' }),
    },
    {
      name: 'a condition',
      registry: request('{% if body_text %}{{ (body_text | from_json).a }}{% endif %}'),
    },
    {
      name: 'the other branch of a condition',
      registry: request('{% if not body_text %}{}{% else %}{{ (body_text | from_json).a }}{% endif %}'),
    },
    {
      name: 'a conditional expression',
      registry: step('{{ (request.body_text | from_json).a if request.body_text else 0 }}'),
    },
    {
      name: 'a test',
      registry: step(
        '{% if request.body_text is not none %}{{ (request.body_text | from_json).a }}{% endif %}',
      ),
    },
    {
      name: '`and`',
      registry: step('{% if request.body_text and (request.body_text | from_json).a %}1{% endif %}'),
    },
    { name: '`or`', registry: step("{{ (request.body_text or '{}') | from_json | length }}") },
    { name: 'a default', registry: step("{{ (request.body_text | default('{}', true) | from_json).a }}") },
    {
      name: 'what `default-of-none` speaks of',
      registry: step("{{ (request.body_text | default('{}') | from_json).a }}"),
    },
    {
      name: 'a fallback for an answer',
      registry: response("{{ (response.body or '{}') | from_json | length }}"),
    },
    {
      name: 'a condition that a variable holds',
      registry: step(
        '{% set sent = request.body_text is string %}{% if sent %}{{ (request.body_text | from_json).a }}{% endif %}',
      ),
    },
    {
      name: 'a condition about the content type',
      registry: step(
        "{% if request.headers['content-type'] == 'application/json' %}{{ (request.body_text | from_json).a }}{% endif %}",
      ),
    },
    {
      name: 'in a macro',
      registry: step(
        '{% macro m() %}{{ (request.body_text | from_json).a }}{% endmacro %}{% if request.body_text %}{{ m() }}{% endif %}',
      ),
    },
    {
      name: 'the answer of a step',
      registry: composite(
        { response_body: '{{ (response.body | from_json).a }}' },
        { url: "https://api.acme.io/{{ (steps['step-0'].body | from_json).a }}" },
      ),
    },
    {
      name: 'a template that looks at the status',
      registry: response('{% if response.status_code < 400 %}{{ (response.body | from_json).a }}{% endif %}'),
    },
    {
      name: 'a template that looks at the body',
      registry: response('{{ (response.body | from_json).a if response.body else 0 }}'),
    },
    {
      name: 'the body of a GET, which has no effect',
      registry: connector({ request_body: '{{ (body_text | from_json).a }}' }),
    },
    { name: 'what `raw-from-json` speaks of', registry: response('{{ response.body | from_json }}') },
  ],
});

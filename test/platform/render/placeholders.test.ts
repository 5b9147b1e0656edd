import { describe, expect, it } from 'vitest';
import { type Environment, parseJson, type TemplateContext } from '../../../src/jinja/index.js';
import { platformEnvironment } from '../../../src/platform/environment.js';
import { noUse } from '../../../src/platform/render/placeholder.js';
import { placeholderEnvironment } from '../../../src/platform/render/placeholder-filters.js';
import { casesOf, type GoldenCase } from '../../jinja/support/golden.js';
import { render } from './support.js';

const url = 'https://api.example.com/x';
const json = [{ key: 'Content-Type', value: 'application/json' }];

/** The second step's body, the first never having been run. */
function body(template: string, headers: unknown[] = json) {
  return render({
    steps: [
      { name: 'fetch-user', url },
      { name: 'contact', url },
      { name: 'orders', url, method: 'POST', headers, request_body: template },
    ],
  });
}

describe('placeholders', () => {
  it.each([
    ['{{ steps.contact.body }}', '<steps.contact.body>'],
    ["{{ steps['fetch-user'].body }}", "<steps['fetch-user'].body>"],
    ['{{ (steps.contact.body | from_json).id }}', '<steps.contact.body.id>'],
    ["{{ steps.contact.body | from_json | attr('id') }}", '<steps.contact.body.id>'],
    ["{{ (steps.contact.body | from_json)['a-b'][0] }}", "<steps.contact.body['a-b'][0]>"],
    ["{{ steps.contact.headers['x-id'] }}", "<steps.contact.headers['x-id']>"],
    [
      '{{ (steps.contact.body | from_json).rows | map(attribute="id") | first }}',
      '<steps.contact.body.rows[0]>',
    ],
    ['{{ steps.contact.body | upper | trim | default("x") }}', '<steps.contact.body>'],
    ['{{ steps.contact.body.strip() }}', '<steps.contact.body.strip()>'],
    ["{{ 'a' ~ steps.contact.body ~ 'b' }}", 'a<steps.contact.body>b'],
    ["{{ 'a' + steps.contact.body }}", 'a<steps.contact.body>'],
    ['{{ (steps.contact.body | from_json).n + 1 }}', '<steps.contact.body.n + 1>'],
    ["{{ ('q=' ~ steps.contact.body) | urlencode }}", 'q%3D<steps.contact.body>'],
    ["{{ ('q=' ~ steps.contact.body) | base64_encode }}", 'q=<steps.contact.body>'],
    [
      '{% for row in steps.contact.body | from_json %}{{ row.id }};{% endfor %}',
      '<steps.contact.body[0].id>;',
    ],
    [
      '{% for k, v in (steps.contact.body | from_json).items() %}{{ k }}={{ v }}{% endfor %}',
      '<steps.contact.body.items()[0][0]>=<steps.contact.body.items()[0][1]>',
    ],
    ["{{ (steps.contact.body | from_json).get('id', 0) }}", '<steps.contact.body.id>'],
    ['{% if (steps.contact.body | from_json).rows | length > 0 %}yes{% endif %}', 'yes'],
    [
      '{% if 400 > steps.contact.status_code and 3 <= (steps.contact.body | from_json).n %}yes{% endif %}',
      'yes',
    ],
    ['{% if steps.contact.status_code == 200 %}yes{% else %}no{% endif %}', 'yes'],
    ["{{ {'id': (steps.contact.body | from_json).id} | tojson }}", '{"id": "<steps.contact.body.id>"}'],
    ["{{ [steps['fetch-user'].body] | json_encode }}", '["<steps[\'fetch-user\'].body>"]'],
    ["{{ 'a-b' | replace('-', steps.contact.body) }}", 'a<steps.contact.body>b'],
    ["{{ [1, steps.contact.body] | join('-') }}", '1-<steps.contact.body>'],
  ])('%s', (template, text) => {
    const { field, result } = body(template, []);
    expect(field('request_body')).toMatchObject({ rendered: text, errors: [] });
    expect(result.warnings.map(({ code }) => code)).toEqual(['placeholder-steps']);
  });

  it('are named with their steps', () => {
    const { result, field } = body('{{ steps.contact.body }}');
    expect(result.warnings).toMatchObject([
      { code: 'placeholder-steps', message: expect.stringContaining("step 'contact'") },
    ]);
    expect(field('request_body').depends_on).toEqual(['contact']);
  });

  it('keep what a step does not have undefined', () => {
    expect(body('{{ steps.contact.bdoy }}', []).result.warnings).toMatchObject([
      { code: 'undefined-printed' },
    ]);
    expect(body('{{ steps.nobody.body }}').field('request_body').errors).toMatchObject([
      { code: 'template' },
    ]);
    expect(body('{{ steps.contact.headers["x-id"].a }}', []).result.warnings).toMatchObject([
      { code: 'undefined-printed' },
      { code: 'placeholder-steps' },
    ]);
    expect(body('{{ steps.orders.body }}').field('request_body').errors).toMatchObject([
      { code: 'template' },
    ]);
  });
});

describe('what depends on a placeholder is no error', () => {
  it.each([
    ['{{ (steps.contact.body | from_json).n | batch(0) }}{{ -(steps.contact.body | from_json).n }}'],
    ['{{ range((steps.contact.body | from_json).n) | list }}'],
    ['{% for a, b, c in steps.contact.body | from_json %}{% endfor %}'],
    ["{{ ('[' ~ steps.contact.body ~ ']') | from_json }}"],
    ["{% if (steps.contact.body | from_json).kind == 'a' %}{}{% else %}{{ nothing.x }}{% endif %}"],
  ])('%s', (template) => {
    expect(body(template).field('request_body')).toMatchObject({
      rendered: '<depends on steps.contact>',
      errors: [],
      depends_on: ['contact'],
    });
  });

  it('but what fails in any case is one', () => {
    expect(body('{{ steps.contact.body }}{{ nothing.x }}').field('request_body').errors).toMatchObject([
      { code: 'template', message: "'nothing' is undefined" },
    ]);
  });

  it.each([
    ['{{ steps.contact.body.data.id }}', "'str object' has no attribute 'data'"],
    ['{{ steps.contact.bdoy.id }}', "'dict object' has no attribute 'bdoy'"],
    ['{{ (steps.contact.body | from_json).f + nope2 }}', "'nope2' is undefined"],
    ['{{ nope2 - (steps.contact.body | from_json).f }}', "'nope2' is undefined"],
    ['{{ steps.contact.body }}{{ request.query_parameters.x | tojson }}', 'Undefined'],
    ['{{ steps.contact.body }}{{ (request.body_text | from_json).x }}', 'NoneType'],
    ['{% if steps.contact.body == "x" %}a{% endif %}{{ user.gone.x }}', "has no attribute 'gone'"],
    ['{% for x in (steps.contact.body | from_json).items %}{{ x }}{% endfor %}', 'not iterable'],
    ['{{ (steps.contact.body | from_json).items[0].a }}', 'builtin_function_or_method'],
    ['{{ steps.contact.headers["X-Id"].a }}', "'dict object' has no attribute 'X-Id'"],
    ['{{ steps.contact.status_code.a.b }}', "'int object' has no attribute 'a'"],
  ])('but this is one: %s', (template, message) => {
    const { errors } = body(template, []).field('request_body');
    expect(errors).toMatchObject([{ code: 'template', message: expect.stringContaining(message) }]);
  });

  it.each([
    ['{% set x = (steps.contact.body | from_json).n %}{{ x | batch(0) }}{{ -x }}'],
    ['{% if steps.contact.body == "x" %}a{% else %}{{ nope.x }}{% endif %}'],
    ['{{ nope.x if (steps.contact.body | from_json).a else "" }}'],
    [
      '{% set ns = namespace(a={"b": 1}) %}{% if steps.contact.body %}{% set ns.a = none %}{% endif %}{{ ns.a.b.c.d }}',
    ],
    ['{% macro m(x) %}{{ x.y.z }}{% endmacro %}{% if steps.contact.body %}{{ m({}) }}{% endif %}'],
    ['{{ {"a": 1}[steps.contact.body].foo }}'],
  ])('nor is this: %s', (template) => {
    expect(body(template, []).field('request_body').errors).toEqual([]);
  });

  it('in a JSON body: the placeholder itself is not blamed, what stands beside it is', () => {
    expect(body('{"id": {{ (steps.contact.body | from_json).id }}}').field('request_body').errors).toEqual(
      [],
    );
    expect(body('{"id": "{{ steps.contact.body }}"}').field('request_body').errors).toEqual([]);
    expect(body('{{ steps.contact.body }}').field('request_body').errors).toEqual([]);
    const beside = body('{"id": {{ (steps.contact.body | from_json).id }}, "x": {{ user.gone }} }');
    expect(beside.field('request_body').errors).toMatchObject([
      { code: 'body-not-json', message: expect.stringContaining('`{{ user.gone }}` prints nothing') },
    ]);
    const branch = body("{% if steps.contact.body == 'x' %}{}{% endif %}");
    expect(branch.field('request_body').errors).toEqual([]);
  });

  it('in a URL, a query and a header', () => {
    const { result } = render({
      steps: [
        { name: 'contact', url },
        {
          name: 'orders',
          url: "https://api.example.com/{{ (steps.contact.body | from_json)['a b'].id }}",
          headers: [
            { key: 'Authorization', value: 'Bearer {{ (steps.contact.body | from_json).access_token }}' },
          ],
          query_parameters: [{ key: 'q', value: '{{ steps.contact.body }}' }],
        },
      ],
    });
    const request = result.steps[1]?.debug_request;
    expect(result.steps[1]?.errors).toEqual([]);
    expect(request?.url).toBe("https://api.example.com/<steps.contact.body['a b'].id>");
    expect(request?.headers.get('Authorization')).toBe('Bearer <steps.contact.body.access_token>');
    expect(request?.query_parameters.get('q')).toBe('<steps.contact.body>');
  });

  it('but the rules of a URL hold for the rest of it', () => {
    const { result } = render({
      steps: [
        { name: 'contact', url },
        { name: 'orders', url: 'https://api.example.com/a b/{{ steps.contact.body }}' },
      ],
    });
    expect(result.steps[1]?.errors).toMatchObject([{ code: 'url' }]);
  });
});

describe('without placeholders', () => {
  it.each(['filters', 'tests', 'operators'])('templates render as on the platform: %s', (topic) => {
    const lenient = placeholderEnvironment(noUse());
    const outcome = (environment: Environment, { template, context = '{}' }: GoldenCase) => {
      try {
        return environment.fromString(template).render(parseJson(context) as TemplateContext);
      } catch (error) {
        return String(error);
      }
    };
    for (const one of casesOf(topic)) {
      if (/random|lorem|lipsum|shuffle/.test(one.template)) continue;
      expect(outcome(lenient, one), one.template).toBe(outcome(platformEnvironment(), one));
    }
  });
});

describe('the body of a step that was not run', () => {
  it('is text: its fields are missing', () => {
    for (const template of ['{{ steps.contact.body.id }}', '{{ steps.contact.body["id"] }}']) {
      const { result, field } = body(template, []);
      expect(field('request_body').rendered).toBe('');
      expect(result.warnings[0]).toMatchObject({
        code: 'undefined-printed',
        message: expect.stringContaining("'str object' has no attribute 'id'"),
        hint: expect.stringContaining('`(steps.contact.body | from_json).id`'),
      });
    }
    expect(body('{{ steps.contact.body["items"] }}', []).field('request_body').rendered).toBe('');
  });

  it('lacks from_json where JSON misses a value, too', () => {
    expect(body('{"a": {{ steps.contact.body.id }} }').field('request_body').errors).toMatchObject([
      { code: 'body-not-json', hint: expect.stringContaining('`(steps.contact.body | from_json).id`') },
    ]);
  });

  it('is told of where a method is printed, and not of its escapes', () => {
    const warned = (template: string) =>
      body(template).result.warnings.filter(({ code }) => code !== 'placeholder-steps');
    expect(warned('{"a": "{{ steps.contact.body.title }}"}')).toMatchObject([
      { code: 'method-printed', hint: expect.stringContaining('(... | from_json).title') },
    ]);
    expect(warned('{"a": "{{ (steps.contact.body | from_json).items }}"}')).toMatchObject([
      { code: 'method-printed', hint: expect.stringContaining("['items']") },
    ]);
  });

  it('has the methods of text, and parsed those of a mapping', () => {
    const text = (template: string) => body(template, []).field('request_body').rendered;
    expect(text('{{ steps.contact.body.title }}')).toContain('built-in method title of str object');
    expect(text('{{ (steps.contact.body | from_json).items }}')).toContain(
      'built-in method items of dict object',
    );
    expect(text('{{ (steps.contact.body | from_json)["items"][0].a }}')).toBe(
      "<steps.contact.body['items'][0].a>",
    );
    expect(text('{{ steps.contact.headers.get("x-id") }}')).toBe("<steps.contact.headers['x-id']>");
  });
});

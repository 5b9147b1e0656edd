/** The five templates, after real connectors. The context is JSON text, because that is how the platform gets it. */

const rows = Array.from({ length: 100 }, (_, index) => ({
  id: index,
  name: `Customer ${(index * 37) % 100}`,
  amount: ((index * 7919) % 1000) + (index % 4 === 0 ? 0.5 : 0),
  active: index % 3 !== 0,
  tags: ['a', 'b', index % 2 === 0 ? 'even' : 'odd'],
}));

const body = {
  user: { id: 'usr_123', name: 'Ada Lovelace', email: 'ada@example.com' },
  items: rows.slice(0, 10),
  note: 'Quotes "and" <tags>',
};

export const cases = [
  {
    name: 'request-body',
    what: 'a request body of from_json and tojson',
    template: `{%- set payload = body_text | from_json -%}
{
  "customer": {{ payload.user.id | tojson }},
  "email": {{ payload.user.email | lower | tojson }},
  "items": {{ payload['items'] | tojson }},
  "note": {{ payload.note | default('') | tojson }},
  "requested_at": {{ requested_at }}
}`,
    context: { body_text: JSON.stringify(body), requested_at: 1767225600 },
  },
  {
    name: 'accumulation',
    what: 'sums and names collected over 100 rows in a namespace()',
    template: `{%- set ns = namespace(total=0, names=[]) -%}
{%- for row in rows -%}
  {%- if row.active -%}
    {%- set ns.total = ns.total + row.amount -%}
    {%- set ns.names = ns.names + [row.name] -%}
  {%- endif -%}
{%- endfor -%}
{"total": {{ ns.total }}, "count": {{ ns.names | length }}, "names": {{ ns.names | tojson }}}`,
    context: { rows },
  },
  {
    name: 'slice-and-sort',
    what: 'the ten largest of 100 rows',
    template: `{% for row in (rows | sort(attribute='amount', reverse=true))[:10] -%}
{{ loop.index }}. {{ row.name }}: {{ row.amount }}{% if not loop.last %}, {% endif %}
{%- endfor %}`,
    context: { rows },
  },
  {
    name: 'one-liner',
    what: 'one expression',
    template: "Bearer {{ user.name | default('nobody') | upper }}",
    context: { user: { name: 'ada' } },
  },
  {
    name: 'macro',
    what: 'a macro with a default, called 100 times',
    template: `{%- macro field(name, value, type='text') -%}
<input name="{{ name }}" value="{{ value }}" type="{{ type }}">
{%- endmacro -%}
{%- for row in rows %}{{ field(row.name, row.amount, type='number' if row.active else 'text') }}
{% endfor %}`,
    context: { rows },
  },
];

/** Prepares a process for a run whose clock has not started: what a step then shows is its own time. */
import { Dict } from '../jinja/index.js';
import { platformEnvironment } from './environment.js';
import { warmUpTransport } from './transport/warm-up.js';

/** What connectors' templates mostly do; the result is of no interest. */
const usualTemplate = `{% set data = body | from_json %}{% set ns = namespace(rows=[]) %}
{% for row in data.rows | sort(attribute='id') if row.id > 0 %}{% set ns.rows = ns.rows + [row] %}{% endfor %}
{{ {'rows': ns.rows, 'first': data.rows[0].name | default('') | trim | urlencode} | tojson }} {{ data | attr('name') }}`;

export async function warmUp(): Promise<void> {
  const body = '{"name": "a", "rows": [{"id": 1, "name": "b"}, {"id": 2, "name": "<c>"}]}';
  platformEnvironment()
    .fromString(usualTemplate)
    .render(Dict.of([['body', body]]));
  await warmUpTransport();
}

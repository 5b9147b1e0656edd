/**
 * The first run of a process takes longer than the later ones: undici compiles its HTTP parser when the first connection
 * opens, and JavaScript runs slowly the first time. That would stand in the first step's time as if the upstream had been
 * slow. A small run against a stream in memory, before the clock of the real one starts, does that work outside of every
 * measurement. Nothing touches the network.
 */
import { anonymous } from '../config/index.js';
import { parseRegistry } from '../registry/index.js';
import type { RunResult } from './result.js';
import { createRunner } from './runner.js';
import { createCannedTransport } from './transport/canned.js';

/** What composites mostly do; the result is of no interest. */
const usualComposite = JSON.stringify({
  composite_connectors: [
    {
      name: 'Warm up',
      steps: [
        {
          name: 'first',
          url: 'https://in-memory.invalid/{{ request.query_parameters.id | urlencode }}',
          query_parameters: [{ key: 'q', value: "{{ user.email | default('') }} {{ now() }}" }],
          authentication: {
            type: 'api_key',
            config: { key: 'X-Key', value: "{{ get_secret('s') }}", in: 'header' },
          },
          response_body:
            "{% set ns = namespace(rows=[]) %}{% for row in [{'id': 1}, {'id': 2}] | sort(attribute='id') if row.id %}{% set ns.rows = ns.rows + [row] %}{% endfor %}{{ {'rows': ns.rows, 'body': response.body | from_json} | tojson }}",
        },
        {
          name: 'second',
          url: 'https://in-memory.invalid/{{ (steps.first.body | from_json).rows[0].id }}',
          method: 'POST',
          headers: [{ key: 'Content-Type', value: 'application/json' }],
          request_body: "{{ {'data': steps.first.body | from_json | attr('rows')} | tojson }}",
        },
      ],
    },
  ],
});

/** Resolves with what became of the small run, which nobody but a test wants to know. */
export async function warmUp(): Promise<RunResult[]> {
  const registry = parseRegistry(usualComposite, 'in-memory');
  const transport = createCannedTransport();
  try {
    const runner = createRunner({
      registry,
      transport,
      secrets: new Set<string>(),
      settings: {
        tenantId: null,
        persona: { ...anonymous, name: 'in-memory', anonymous: false, email: 'a@example.com' },
        variables: new Map(),
        secrets: new Map([['s', 'in-memory']]),
        routes: [],
        timeout_ms: 1000,
        allowPrivateNetwork: false,
      },
    });
    const call = { payload: '{}', query: [['id', '1']] as [string, string][], headers: [] };
    const results: RunResult[] = [];
    for (const composite of registry.composites) results.push(await runner.run(composite, { call }));
    return results;
  } finally {
    await transport.close();
  }
}

/** Runs connectors of a registry written in a test against a real upstream, and gives what they reached. */
import { anonymous } from '../../../src/config/index.js';
import { createRunner } from '../../../src/platform/runner.js';
import { createUndiciTransport } from '../../../src/platform/transport/undici.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { CoverageCollector } from '../../../src/testing/coverage/collector.js';
import type { ConnectorCoverage, CoverageReport } from '../../../src/testing/coverage/report.js';
import { ada } from '../../support/run.js';
import { scenarios } from '../../support/scenarios.js';
import { startUpstream } from '../../support/upstream.js';

export interface SuiteRun {
  /** Of a composite, unless there is none of this permalink. */
  permalink: string;
  payload?: unknown;
  query?: Record<string, string>;
  method?: string;
  isAnonymous?: boolean;
  /** Where `https://api.example.com` leads to. Default the upstream of the scenarios. */
  route?: string;
}

/** All at a time, each with a runner of its own. */
export async function coverageOf(registryText: string, runs: readonly SuiteRun[]): Promise<CoverageReport> {
  const registry = parseRegistry(registryText, '/project/connectors_registry.json');
  const collector = new CoverageCollector(registry);
  const upstream = await startUpstream(scenarios);
  const transport = createUndiciTransport({
    allowPrivateNetwork: false,
    responseBodyLimit_bytes: 1024 * 1024,
  });
  try {
    await Promise.all(
      runs.map(async ({ permalink, payload, query, method, isAnonymous, route = upstream.origin }) => {
        const found = registry.find(permalink);
        const connector = found.composite[0] ?? found.simple[0];
        if (!connector) throw new Error(`no connector ${permalink}`);
        const runner = createRunner({
          registry,
          transport,
          secrets: new Set(),
          coverage: collector,
          settings: {
            tenantId: 'acme',
            persona: isAnonymous ? anonymous : ada,
            variables: new Map(),
            secrets: new Map(),
            routes: [{ from: 'https://api.example.com', to: route }],
            timeout_ms: 5000,
            allowPrivateNetwork: false,
          },
        });
        const call = {
          payload: payload === undefined ? null : JSON.stringify(payload),
          query: Object.entries(query ?? {}),
          headers: [],
          ...(method === undefined ? {} : { method }),
        };
        collector.add(connector, await runner.run(connector, { call }));
      }),
    );
  } finally {
    await transport.close();
    await upstream.close();
  }
  return collector.report();
}

/** `url if: if 1, else 0` for each point of each field. */
export const branchLines = ({ steps }: ConnectorCoverage): string[] =>
  steps.flatMap(({ fields }) =>
    fields.flatMap(({ label, points }) =>
      points.map(
        ({ kind, branches }) =>
          `${label} ${kind}: ${branches.map(({ name, hits }) => `${name} ${hits}`).join(', ')}`,
      ),
    ),
  );

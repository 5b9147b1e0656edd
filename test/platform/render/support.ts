/** Renders a connector of a registry written in a test. */

import { systemClock } from '../../../src/platform/clock.js';
import { type RenderOptions, renderConnector } from '../../../src/platform/render/render-connector.js';
import type { RenderedField, RenderResult } from '../../../src/platform/render/result.js';
import type { Call, PlatformSettings } from '../../../src/platform/settings.js';
import { type RecordedStep, recordedSteps } from '../../../src/platform/step-outputs.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { ada } from '../../support/run.js';

export interface RenderInput {
  steps?: unknown[];
  simple?: Record<string, unknown>;
  call?: Partial<Call>;
  settings?: Partial<PlatformSettings>;
  secrets?: Record<string, string>;
  variables?: Record<string, string>;
  recorded?: Record<string, Partial<RecordedStep['response']> & { transformed?: string; done?: boolean }>;
  options?: Partial<RenderOptions>;
}

export interface RenderOutput {
  result: RenderResult;
  collected: Set<string>;
  registryText: string;
  /** A field of the last step, or of the step that is named. */
  field(name: string, step?: string): RenderedField;
  /** The text of the registry that a fault's place marks. */
  marked(place: { line: number; column: number; end_line: number; end_column: number } | null): string;
}

export function render(input: RenderInput): RenderOutput {
  const written = JSON.stringify(
    input.simple
      ? { connectors: [{ name: 'Under Test', ...input.simple }] }
      : { composite_connectors: [{ name: 'Under Test', steps: input.steps }] },
    null,
    2,
  );
  // Numbers that JavaScript cannot hold: '@@1.0@@' stands in the file as 1.0.
  const registryText = written.replace(/"@@(.*?)@@"/g, '$1');
  const registry = parseRegistry(registryText, '/project/connectors_registry.json');
  const [connector] = input.simple ? registry.connectors : registry.composites;
  if (!connector) throw new Error('no connector');
  const collected = new Set<string>();
  const result = renderConnector(connector, {
    registry,
    secrets: collected,
    clock: systemClock(1_700_000_000),
    call: { payload: null, query: [], headers: [], ...input.call },
    settings: {
      tenantId: 'acme',
      persona: ada,
      variables: new Map(Object.entries(input.variables ?? {})),
      secrets: new Map(Object.entries(input.secrets ?? {})),
      routes: [],
      timeout_ms: 1000,
      allowPrivateNetwork: false,
      ...input.settings,
    },
    recorded: recordedSteps(
      Object.entries(input.recorded ?? {}).map(
        ([name, { transformed = null, done = true, ...response }]) => ({
          name,
          done,
          transformed,
          response: { body: null, statusCode: 200, headers: {}, ...response },
        }),
      ),
    ),
    ...input.options,
  });
  return {
    result,
    collected,
    registryText,
    field(name, step) {
      const found = result.steps.findLast((each) => step === undefined || each.name === step);
      const field = found?.fields.find((each) => each.name === name);
      if (!field) throw new Error(`no field ${name}`);
      return field;
    },
    marked(place) {
      if (!place) return '';
      const lines = registryText.split('\n');
      if (place.line !== place.end_line) return '(several lines)';
      return (lines[place.line - 1] ?? '').slice(place.column - 1, place.end_column - 1);
    },
  };
}

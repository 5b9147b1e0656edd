/** The run as a view holds it: `reduce` folds the stream of events into it, and drawing is a function of it. */
import type { PlannedStep, RunEvent } from '../platform/events.js';
import type {
  CacheOutcome,
  ConnectorKind,
  PhaseName,
  PhaseSegment,
  RunResult,
  RunWarning,
} from '../platform/result.js';

export type RowState = 'pending' | 'running' | 'done' | 'failed' | 'skipped';

/** A step as the waterfall shows it. */
export interface StepRow {
  name: string;
  index: number;
  state: RowState;
  method: string;
  /** The rendered URL of the call; the template's text until it is known. Unmasked. */
  url: string;
  routed_to: string | null;
  /** Where a route sent the step's token request; null without one. */
  token_route: { url: string; routed_to: string } | null;
  reused_connection: boolean;
  cache: CacheOutcome | null;
  status_code: number | null;
  started_ms: number | null;
  duration_ms: number | null;
  timeline: readonly PhaseSegment[];
  /** The phase that goes on, while the step runs. */
  open: { phase: PhaseName; started_ms: number } | null;
}

export interface RunModel {
  permalink: string;
  kind: ConnectorKind;
  timeout_ms: number;
  rows: readonly StepRow[];
  warnings: readonly RunWarning[];
  /** Present once the run is over. */
  result: RunResult | null;
}

export const emptyModel: RunModel = {
  permalink: '',
  kind: 'composite',
  timeout_ms: 0,
  rows: [],
  warnings: [],
  result: null,
};

export function reduce(model: RunModel, event: RunEvent): RunModel {
  switch (event.type) {
    case 'run-started':
      return {
        ...emptyModel,
        permalink: event.permalink,
        kind: event.kind,
        timeout_ms: event.timeout_ms,
        rows: event.steps.map(pendingRow),
      };
    case 'step-started':
      return withRow(model, event.index, (row) => ({ ...row, state: 'running', started_ms: event.at_ms }));
    case 'request-prepared':
      // A token request belongs to the step, but the row shows where the step's own call goes.
      return withRow(
        model,
        event.index,
        event.request.purpose === 'token' ? tokenRoute(event.request) : requestFacts(event.request),
      );
    case 'phase-started':
      return withRow(model, event.index, (row) => ({
        ...row,
        open: { phase: event.phase, started_ms: event.at_ms },
      }));
    case 'phase-finished':
      return withRow(model, event.index, (row) => ({
        ...row,
        open: row.open?.phase === event.segment.phase ? null : row.open,
        timeline: [...row.timeline, event.segment],
      }));
    case 'answered-from-cache':
      return withRow(model, event.index, (row) => ({
        ...row,
        cache: event.outcome,
        method: event.method,
        url: event.url,
      }));
    case 'step-finished':
      return withRow(model, event.index, (row) => finishedRow(row, event.step));
    case 'warning':
      return { ...model, warnings: [...model.warnings, event.warning] };
    case 'run-finished':
      return {
        ...model,
        permalink: event.result.permalink,
        kind: event.result.kind,
        rows: closedRows(model.rows, event.result),
        warnings: event.result.warnings,
        result: event.result,
      };
    default:
      return event satisfies never;
  }
}

function pendingRow(step: PlannedStep): StepRow {
  return {
    name: step.name,
    index: step.index,
    state: 'pending',
    method: step.method,
    url: step.url,
    routed_to: null,
    token_route: null,
    reused_connection: false,
    cache: null,
    status_code: null,
    started_ms: null,
    duration_ms: null,
    timeline: [],
    open: null,
  };
}

type Step = RunResult['steps'][number];
type Request = Step['requests'][number];

const requestFacts = (request: Request) => (row: StepRow) => ({
  ...row,
  method: request.method,
  url: request.url,
  routed_to: request.routed_to,
  reused_connection: request.reused_connection,
});

const tokenRoute =
  ({ url, routed_to }: Request) =>
  (row: StepRow) =>
    routed_to === null ? row : { ...row, token_route: { url, routed_to } };

function finishedRow(row: StepRow, step: Step): StepRow {
  const call = step.requests.findLast((request) => request.purpose === 'call');
  const token = step.requests.findLast((request) => request.purpose === 'token');
  const routed = token === undefined ? row : tokenRoute(token)(row);
  const known = call === undefined ? routed : requestFacts(call)(routed);
  return {
    ...known,
    state: step.state,
    cache: step.cache,
    status_code: step.status_code,
    started_ms: step.started_ms,
    duration_ms: step.duration_ms,
    timeline: step.timeline,
    open: null,
  };
}

/** The tree has the last word on every step, also on those that never started. */
function closedRows(rows: readonly StepRow[], result: RunResult): StepRow[] {
  const steps = new Map(result.steps.map((step) => [step.index, step]));
  const closed = rows.map((row) => {
    const step = steps.get(row.index);
    steps.delete(row.index);
    if (step !== undefined) return finishedRow(row, step);
    return row.state === 'pending' || row.state === 'running'
      ? { ...row, state: 'skipped' as const, open: null }
      : row;
  });
  const unplanned = [...steps.values()].map((step) =>
    finishedRow(pendingRow({ name: step.name, index: step.index, method: '', url: '' }), step),
  );
  return [...closed, ...unplanned];
}

function withRow(model: RunModel, index: number, change: (row: StepRow) => StepRow): RunModel {
  return { ...model, rows: model.rows.map((row) => (row.index === index ? change(row) : row)) };
}

/** The row at a moment of the run: a running step has lasted until now, and so has its open phase. */
export function rowAt(row: StepRow, now_ms: number): StepRow {
  if (row.state !== 'running' || row.started_ms === null) return row;
  const open = row.open;
  return {
    ...row,
    duration_ms: Math.max(now_ms - row.started_ms, 0),
    timeline:
      open === null
        ? row.timeline
        : [
            ...row.timeline,
            {
              phase: open.phase,
              started_ms: open.started_ms,
              duration_ms: Math.max(now_ms - open.started_ms, 0),
            },
          ],
  };
}

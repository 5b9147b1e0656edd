/**
 * A run as it happens. Every view reads this stream and nothing else; the last event carries the whole result tree.
 *
 * Order: `run-started`, then for each step that runs `step-started`, any number of `request-prepared`, `phase-started`,
 * `phase-finished` and `answered-from-cache`, and `step-finished`; `warning` at any time; `run-finished` last, also after an interruption.
 * `at_ms` counts from the start of the run.
 */
import type {
  CacheOutcome,
  ConnectorKind,
  PhaseName,
  PhaseSegment,
  RequestRecord,
  RunResult,
  RunWarning,
  StepResult,
} from './result.js';

/** What is known of a step before it runs. `url` is the template's text. */
export interface PlannedStep {
  name: string;
  index: number;
  method: string;
  url: string;
}

export type RunEvent =
  | { type: 'run-started'; permalink: string; kind: ConnectorKind; steps: PlannedStep[]; timeout_ms: number }
  | { type: 'step-started'; index: number; at_ms: number }
  | { type: 'request-prepared'; index: number; at_ms: number; request: RequestRecord }
  | { type: 'phase-started'; index: number; phase: PhaseName; at_ms: number }
  | { type: 'phase-finished'; index: number; segment: PhaseSegment }
  | {
      type: 'answered-from-cache';
      index: number;
      at_ms: number;
      outcome: Exclude<CacheOutcome, 'miss'>;
      method: string;
      url: string;
    }
  | { type: 'step-finished'; index: number; step: StepResult; at_ms: number }
  | { type: 'warning'; warning: RunWarning }
  | { type: 'run-finished'; result: RunResult };

export type RunListener = (event: RunEvent) => void;

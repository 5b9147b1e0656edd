/** Gathers what runs of a registry's connectors reach. */
import { BranchHits, type BranchPoint, branchesOf, parse, TemplateError } from '../../jinja/index.js';
import type { BranchCoverage } from '../../platform/field-renderer.js';
import { requestsOf } from '../../platform/preflight.js';
import type { RunResult } from '../../platform/result.js';
import type { LabelledField } from '../../platform/template-fields.js';
import type {
  Composite,
  Registry,
  RequestDefinition,
  SimpleConnector,
  TextField,
} from '../../registry/model.js';
import { getOrMake } from '../../text/get-or-make.js';
import type { Position } from '../../text/source.js';
import { type PossibleScope, possibleScopes } from './possible-scopes.js';
import { renderedFields } from './rendered-fields.js';
import {
  branchesIn,
  type ConnectorCoverage,
  type CoverageReport,
  ended,
  type FieldCoverage,
  type ScopeCoverage,
  type StepCoverage,
  sumOf,
  tallyOf,
} from './report.js';

type Connector = SimpleConnector | Composite;

/** How the runs of one connector ended. */
interface Runs {
  count: number;
  readonly steps: { done: number; failed: number }[];
  readonly scopes: Map<string, number>;
}

/**
 * One for a suite, whatever number of runners fill it in at a time: everything in it is a sum, so the order of runs does
 * not show. Entries and fields are told apart by where they stand in the registry; one that is read anew may be used.
 */
export class CoverageCollector implements BranchCoverage {
  private readonly hits = new Map<string, BranchHits>();
  private readonly runs = new Map<string, Runs>();

  constructor(private readonly registry: Registry) {}

  hitsOf(field: TextField): BranchHits {
    return getOrMake(this.hits, field.pointer, () => new BranchHits());
  }

  /** Adds how a run ended. The branches that it took are here already. */
  add(connector: Connector, result: RunResult): void {
    const runs = getOrMake(this.runs, connector.pointer, noRuns);
    runs.count += 1;
    for (const { index, state } of result.steps) {
      const step = runs.steps[index] ?? { done: 0, failed: 0 };
      if (state !== 'skipped') step[state] += 1;
      runs.steps[index] = step;
    }
    const scope = result.error?.scope;
    if (scope) runs.scopes.set(scope, (runs.scopes.get(scope) ?? 0) + 1);
  }

  report(): CoverageReport {
    const { file, connectors, composites } = this.registry;
    const entries = [...connectors, ...composites].sort((a, b) => a.span.start - b.span.start);
    const covered = entries.map((entry) => this.connector(entry));
    return {
      file,
      connectors: covered,
      totals: {
        connectors: sumOf(covered.map(({ totals }) => totals.connectors)),
        steps: sumOf(covered.map(({ totals }) => totals.steps)),
        scopes: sumOf(covered.map(({ totals }) => totals.scopes)),
        branches: sumOf(covered.map(({ totals }) => totals.branches)),
      },
    };
  }

  private connector(connector: Connector): ConnectorCoverage {
    const { kind, pointer, permalink, name } = connector;
    const runs = this.runs.get(pointer) ?? noRuns();
    const steps = requestsOf(connector).map((request, index) => this.step(connector, request, index, runs));
    const scopes = this.scopes(connector, steps, runs);
    return {
      kind,
      label: permalink || name || pointer,
      pointer,
      position: this.positionOf(connector),
      runs: runs.count,
      steps,
      scopes,
      totals: {
        connectors: tallyOf([runs.count]),
        steps: tallyOf(steps.map(ended)),
        scopes: tallyOf(scopes.map(({ count }) => count)),
        branches: tallyOf([...branchesIn(steps)].map(({ hits }) => hits)),
      },
    };
  }

  private step(connector: Connector, request: RequestDefinition, index: number, runs: Runs): StepCoverage {
    const step = connector.kind === 'composite' ? connector.steps[index] : undefined;
    const { done, failed } = runs.steps[step?.index ?? index] ?? { done: 0, failed: 0 };
    return {
      name: step ? step.name : connector.permalink,
      index: step?.index ?? index,
      position: this.positionOf(step ?? connector),
      done,
      failed,
      fields: renderedFields(request).map((labelled) => this.field(labelled)),
    };
  }

  private scopes(connector: Connector, steps: readonly StepCoverage[], runs: Runs): ScopeCoverage[] {
    const possible = possibleScopes(connector);
    const expected = new Set(possible.map(({ scope }) => scope));
    // What a run has shown to be possible is so, whatever was thought of it.
    const others = [...runs.scopes.keys()].filter((scope) => !expected.has(scope)).sort();
    const all: PossibleScope[] = [...possible, ...others.map((scope) => ({ scope, step: null }))];
    return all.map(({ scope, step }) => ({
      scope,
      step,
      position: steps.find(({ name }) => name === step)?.position ?? this.positionOf(connector),
      count: runs.scopes.get(scope) ?? 0,
    }));
  }

  private field({ field, label }: LabelledField): FieldCoverage {
    const hits = this.hits.get(field.pointer) ?? new BranchHits();
    const at = (index: number): Position => this.registry.file.positionAt(field.offsetAt(index));
    const points = pointsOf(field).map(({ kind, span, branches }, point) => ({
      kind,
      span,
      branches: branches.map((branch, index) => ({
        ...branch,
        start: at(branch.span.start),
        end: at(branch.span.end),
        hits: hits.count(point, index),
      })),
    }));
    return {
      label,
      field,
      position: this.registry.file.positionAt(field.span.start),
      renders: hits.renders,
      points,
    };
  }

  private positionOf(part: Connector | Composite['steps'][number]): Position {
    const named = 'permalinkField' in part ? (part.permalinkField ?? part.nameField) : part.nameField;
    return this.registry.file.positionAt((named ?? part).span.start);
  }
}

const noRuns = (): Runs => ({ count: 0, steps: [], scopes: new Map() });

/** A template that does not parse has one branch, which nothing reaches. */
function pointsOf({ value }: TextField): readonly BranchPoint[] {
  try {
    return branchesOf(parse(value).tree);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const span = { start: 0, end: value.length };
    return [{ kind: 'template', span, branches: [{ name: 'rendered', span, written: true }] }];
  }
}

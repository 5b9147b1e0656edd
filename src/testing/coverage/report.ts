/** What the tests reached of a registry, in one tree: reporters and thresholds read it and nothing else. Nothing is masked. */
import type { BranchName, BranchPointKind, Span } from '../../jinja/index.js';
import type { ConnectorKind } from '../../platform/result.js';
import type { TextField } from '../../registry/model.js';
import type { Position, SourceFile } from '../../text/source.js';

export const coverageCategories = ['connectors', 'steps', 'scopes', 'branches'] as const;
export type CoverageCategory = (typeof coverageCategories)[number];

export interface CoverageReport {
  /** The registry; every position below is one in it. */
  readonly file: SourceFile;
  /** In the order of the file. */
  readonly connectors: readonly ConnectorCoverage[];
  readonly totals: CoverageTotals;
}

export type CoverageTotals = Readonly<Record<CoverageCategory, Tally>>;

export interface Tally {
  readonly total: number;
  readonly covered: number;
  /** Two decimals, rounded down so that 100 means all; 100 where there is nothing to cover. */
  readonly percent: number;
}

export interface ConnectorCoverage {
  readonly kind: ConnectorKind;
  /** The permalink, or what else the entry can be called by where it has none. */
  readonly label: string;
  readonly pointer: string;
  /** Of its permalink or name. */
  readonly position: Position;
  readonly runs: number;
  /** A simple connector has one. */
  readonly steps: readonly StepCoverage[];
  /** The error scopes that can occur, in the order of the steps. */
  readonly scopes: readonly ScopeCoverage[];
  readonly totals: CoverageTotals;
}

export interface StepCoverage {
  readonly name: string;
  readonly index: number;
  /** Of its name, or a simple connector's own. */
  readonly position: Position;
  /** How often it came to an end in either way. */
  readonly done: number;
  readonly failed: number;
  /** The templates that can be rendered, in the order of the fields. */
  readonly fields: readonly FieldCoverage[];
}

export interface ScopeCoverage {
  /** `errors.scope`, to the letter. */
  readonly scope: string;
  /** The step whose failure it is; null where it is none's. */
  readonly step: string | null;
  readonly position: Position;
  /** Runs that ended with it. */
  readonly count: number;
}

export interface FieldCoverage {
  /** `headers[0].value (Authorization)` */
  readonly label: string;
  readonly field: TextField;
  readonly position: Position;
  /** Renders that began. */
  readonly renders: number;
  readonly points: readonly PointCoverage[];
}

export interface PointCoverage {
  readonly kind: BranchPointKind;
  /** In the template's text. */
  readonly span: Span;
  readonly branches: readonly BranchHit[];
}

export interface BranchHit {
  readonly name: BranchName;
  /** False for an `else` that the author left out. */
  readonly written: boolean;
  /** In the template's text. */
  readonly span: Span;
  readonly start: Position;
  readonly end: Position;
  readonly hits: number;
}

export function tallyOf(hits: Iterable<number>): Tally {
  let total = 0;
  let covered = 0;
  for (const count of hits) {
    total += 1;
    if (count > 0) covered += 1;
  }
  return tally(covered, total);
}

export const sumOf = (tallies: readonly Tally[]): Tally =>
  tally(
    tallies.reduce((sum, { covered }) => sum + covered, 0),
    tallies.reduce((sum, { total }) => sum + total, 0),
  );

const tally = (covered: number, total: number): Tally => ({
  total,
  covered,
  percent: total === 0 ? 100 : Math.floor((covered * 10_000) / total) / 100,
});

export const ended = ({ done, failed }: StepCoverage): number => done + failed;

export function* branchesIn(steps: readonly StepCoverage[]): Generator<BranchHit> {
  for (const { fields } of steps) {
    for (const { points } of fields) for (const { branches } of points) yield* branches;
  }
}

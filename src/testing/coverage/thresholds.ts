/** `test.coverage.thresholds`: the least percentage of each category. */
import { type CoverageCategory, type CoverageReport, coverageCategories } from './report.js';

export type CoverageThresholds = Readonly<Partial<Record<CoverageCategory, number>>>;

/** A sentence for each threshold that is not reached. Nothing to cover reaches any. */
export function checkThresholds({ totals }: CoverageReport, thresholds: CoverageThresholds): string[] {
  return coverageCategories.flatMap((category) => {
    const least = thresholds[category];
    const { covered, total, percent } = totals[category];
    // Not by the rounded number: 2 of 3 reach a threshold of 66.666.
    if (least === undefined || total === 0 || covered * 100 >= least * total) return [];
    return [
      `Coverage of ${category} is ${percent}% (${covered} of ${total}), below the threshold of ${least}%.`,
    ];
  });
}

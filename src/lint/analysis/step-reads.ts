/** Which steps' results the templates of a composite read. */

import { type LabelledField, templateFields } from '../../platform/template-fields.js';
import type { Composite, Step } from '../../registry/model.js';
import { oncePer } from '../../text/once.js';
import { readTemplate } from '../sites.js';

export interface StepRead extends LabelledField {
  /** The step that reads. */
  readonly reader: Step;
  /** The name after `steps`; not always that of a step. */
  readonly name: string;
}

/** Every read of a step by name; null where some template may read steps that it does not name, or does not parse. */
export const stepReadsOf = oncePer((composite: Composite): readonly StepRead[] | null => {
  const reads: StepRead[] = [];
  for (const reader of composite.steps) {
    for (const labelled of templateFields(reader)) {
      const read = readTemplate(labelled.field);
      if (!read) continue;
      if ('error' in read) return null;
      for (const { name, path, origin } of read.analysis.variables) {
        if (name !== 'steps' || origin === 'template') continue;
        const key = path[0]?.key;
        if (typeof key !== 'string') return null;
        reads.push({ ...labelled, reader, name: key });
      }
    }
  }
  return reads;
});

/** The same, where every name is that of an earlier step: else a slip of one name may hide behind another step being unread. */
export const certainReadsOf = oncePer((composite: Composite): readonly StepRead[] | null => {
  const reads = stepReadsOf(composite);
  const indices = new Map(composite.steps.map(({ name, index }) => [name, index]));
  return reads?.every(({ name, reader }) => (indices.get(name) ?? reader.index) < reader.index)
    ? reads
    : null;
});

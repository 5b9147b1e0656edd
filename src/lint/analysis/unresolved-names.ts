/** Whether some name of a composite may be a slip of a step's: then nothing is certain about who reads which step. */
import { contextNames, type FieldGroup, isVisible } from '../../platform/fields.js';
import { templateFields } from '../../platform/template-fields.js';
import type { Composite, Step } from '../../registry/model.js';
import type { SourceFile } from '../../text/source.js';
import { readTemplate } from '../sites.js';
import { globalNames } from './platform-names.js';

const mention = /\bsteps\s*(?:[.[|}~,)]|[-+]?%\})|\bin\s+steps\b/g;
const mentionsIn = (text: string): number => text.match(mention)?.length ?? 0;

/** A name that its field does not see, two steps of one name, or `steps` in text that no template of the composite has. */
export function hasUnresolvedNames(composite: Composite, file: SourceFile): boolean {
  let unresolved = known.get(composite);
  if (unresolved === undefined) {
    unresolved = findUnresolved(composite, file);
    known.set(composite, unresolved);
  }
  return unresolved;
}

/** Each of many steps may ask. */
const known = new WeakMap<Composite, boolean>();

function findUnresolved(composite: Composite, file: SourceFile): boolean {
  const { steps, span } = composite;
  const names = steps.flatMap(({ name }) => (name === '' ? [] : [name]));
  if (new Set(names).size < names.length || !steps.every(isResolved)) return true;
  const inTemplates = steps.reduce((sum, step) => sum + mentionsInTemplates(step), 0);
  return mentionsIn(file.text.slice(span.start, span.end)) > inTemplates;
}

const isResolved = (step: Step): boolean =>
  templateFields(step).every(({ field, group }) => {
    const read = readTemplate(field);
    if (!read || 'error' in read) return read === null;
    const { variables, functions } = read.analysis;
    return [...variables, ...functions].every(
      ({ name, origin }) => origin !== 'context' || globalNames.has(name) || isSeen(group, name),
    );
  });

const isSeen = (group: FieldGroup, name: string): boolean => {
  const known = contextNames.find((each) => each === name);
  return known !== undefined && isVisible('composite', group, known);
};

const mentionsInTemplates = (step: Step): number =>
  templateFields(step).reduce(
    (sum, { field }) => sum + (readTemplate(field) ? mentionsIn(field.value) : 0),
    0,
  );

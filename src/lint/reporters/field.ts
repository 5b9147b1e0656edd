/** A place in a registry as a person names it. */

/** `/composite_connectors/0/steps/1/headers/0/value` is `steps[1].headers[0].value`: a field of its entry. */
export function fieldOf(pointer: string): string {
  const [root = '', ...path] = segmentsOf(pointer);
  const isEntry = root === 'connectors' || root === 'composite_connectors';
  return pathOf(isEntry ? path.slice(1) : [root, ...path]);
}

/** The same inside its step, where it stands in one: `headers[0].value`. */
export const fieldInStep = (pointer: string): string => fieldOf(pointer).replace(/^steps\[\d+\]\.?/, '');

const segmentsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

const pathOf = (segments: readonly string[]): string =>
  segments
    .map((segment, index) => {
      if (/^\d+$/.test(segment)) return `[${segment}]`;
      return index === 0 ? segment : `.${segment}`;
    })
    .join('');

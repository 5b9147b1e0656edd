/** Workflow commands of GitHub Actions, which become annotations on the lines of a pull request. */

/** GitHub shows this many of each kind for a step, and drops the rest without a word. */
export const mostOfAKind = 10;

export function command(name: string, properties: Record<string, string | number>, text: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(text)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Text that the runner takes for no command: `::` at the beginning of a line is one, and `##[` wherever it stands. */
export const inert = (text: string): string => text.replaceAll('##[', '## [').replace(/^(\s*)::/gm, '$1: :');

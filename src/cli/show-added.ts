/** What `add` says: where the entry is, which secrets it needs, and what to type next. */

import type { SecretMask } from '../config/index.js';
import type { ImportedVariable } from '../imports/imported-entry.js';
import type { AddedEntry } from '../scaffolding/add-entry.js';
import { neutralise } from '../views/text.js';
import type { AddOptions } from './add.js';
import type { Addition } from './add-from-template.js';
import type { SecretsPlan } from './add-secrets.js';
import { type Streams, showsColor } from './streams.js';
import { tell } from './tell.js';
import { shownPath } from './validate-inputs.js';

export interface Shown {
  added: AddedEntry;
  addition: Addition;
  secrets: SecretsPlan;
  registryPath: string;
  cwd: string;
  mask: SecretMask;
}

export async function showAdded(shown: Shown, options: AddOptions, streams: Streams): Promise<void> {
  const { stdout, stderr, env } = streams;
  const safe = (text: string) => neutralise(shown.mask.mask(text));
  const diff = options.dryRun ? await diffOf(shown, streams, options) : null;
  if (options.json) {
    stdout.write(`${JSON.stringify(shown.mask.maskValue(documentOf(shown, diff)), null, 2)}\n`);
  } else if (diff !== null) {
    stdout.write(diff);
  } else {
    const color = showsColor(stdout, env, options.color);
    stdout.write(`${linesOf(shown).map(safeBut(safe, color)).join('\n')}\n`);
  }
  if (options.quiet) return;
  const said = [
    ...notesOf(shown).map((note) => `note: ${note}`),
    ...shown.added.warnings.map(
      ({ rule, message, hint }) => `warning: ${message} [${rule}]${hint ? ` ${hint}` : ''}`,
    ),
    ...(diff === null ? [] : [`Nothing was written.${wouldAppend(shown)}`]),
  ];
  tell(said.map(safe), stderr);
}

/** The file whose lines are kept as `patch` reads them, unless a terminal shows them. */
async function diffOf(
  { added, registryPath, cwd, mask }: Shown,
  { stdout, env }: Streams,
  { json, color }: AddOptions,
): Promise<string> {
  const { patch } = await import('../views/patch.js');
  const style = { color: !json && showsColor(stdout, env, color), mask: (text: string) => mask.mask(text) };
  const path = shownPath(registryPath, cwd).replace(/^\//, '');
  return patch(path, added.before, added.text, style, !json && stdout.isTTY === true);
}

function wouldAppend({ secrets: { file, lines }, cwd }: Shown): string {
  if (file === null || lines.length === 0) return '';
  return ` ${shownPath(file, cwd)} would get lines for ${lines.map(({ name }) => name).join(', ')} too.`;
}

/** Marks the one line that says that it worked; everything else is plain. */
const safeBut =
  (safe: (text: string) => string, color: boolean) =>
  (line: string, at: number): string =>
    at === 0 && color ? `\u001b[32m${safe(line)}\u001b[39m` : safe(line);

function linesOf({ added, addition, secrets, registryPath, cwd }: Shown): string[] {
  const { permalink, line, column } = added;
  const { kind, variables } = addition;
  const what = kind === 'simple' ? 'connector' : 'composite';
  const lines = [`Added the ${what} ${permalink}: ${shownPath(registryPath, cwd)}:${line}:${column}`];
  const { file, toFill } = secrets;
  if (toFill.length > 0) {
    const where =
      file === null
        ? '.connector-secrets.env (NAME=value lines, kept out of git) or CONNECTOR_SECRET_<name> in the environment'
        : shownPath(file, cwd);
    lines.push('', `Secrets to fill in, in ${where}:`, ...toFill.map((name) => `  ${name}`));
  }
  if (variables.length > 0) {
    lines.push('', 'Variables to set, under `variables` in the configuration:');
    lines.push(...variables.map((each) => `  ${each.name}: ${JSON.stringify(shownValue(each))}`));
  }
  lines.push('', 'Then:', `  connector-cli run ${runWords(added, kind)}`, '  connector-cli validate');
  return lines;
}

/** The call with what it cannot do without. */
function runWords({ permalink, registry }: AddedEntry, kind: 'simple' | 'composite'): string {
  const found = registry.find(permalink);
  const isAmbiguous = found.simple.length > 0 && found.composite.length > 0;
  const parameters = kind === 'simple' ? (found.simple[0]?.pathParameters ?? []) : [];
  return [
    permalink,
    ...(isAmbiguous ? [`--${kind}`] : []),
    ...parameters.filter(({ value }) => value === null).map(({ key }) => `--path-param ${key.value}=...`),
  ].join(' ');
}

/** The text of the diff in a document is whole: colours and a terminal's care have no place there. */
const documentOf = (shown: Shown, diff: string | null) => {
  const { added, addition, secrets, registryPath, cwd } = shown;
  return {
    file: shownPath(registryPath, cwd),
    line: added.line,
    column: added.column,
    pointer: added.pointer,
    kind: addition.kind,
    permalink: added.permalink,
    name: added.name,
    secrets: {
      file: secrets.file === null ? null : shownPath(secrets.file, cwd),
      added: secrets.lines.map(({ name }) => name),
      to_fill: secrets.toFill,
    },
    variables: addition.variables.map((each) => ({ name: each.name, value: shownValue(each) })),
    notes: notesOf(shown),
    warnings: added.warnings.map(({ rule, message, hint = null, pointer }) => ({
      rule,
      message,
      hint,
      pointer,
    })),
    dry_run: diff !== null,
    diff,
  };
};

function notesOf({ addition, secrets: { file, isNew, others }, cwd }: Shown): string[] {
  const path = file === null ? '' : shownPath(file, cwd);
  return [
    ...addition.notes,
    ...(isNew ? [`The values of its secrets go to ${path}: keep that file out of git.`] : []),
    ...others.map((name) => `The secret '${name}' has another value already, which stays.`),
  ];
}

const shownValue = ({ value, isCredential }: ImportedVariable): string => (isCredential ? '***' : value);

/** `run` and `render` without a permalink: a person picks one, and where there is none the error says what there is. */
import { loadLintConfiguration, registerSecrets, SecretMask } from '../config/index.js';
import {
  type Composite,
  loadRegistry,
  type Registry,
  refuseUnreadable,
  type SimpleConnector,
} from '../registry/index.js';
import { listNames } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';
import type { PickerItem } from '../views/prompts/picker.js';
import type { KindChoice } from './find-connector.js';
import { lastUsed, type Used } from './last-used.js';
import type { GlobalOptions } from './options.js';
import { promptStreams, unlessCancelled } from './prompting.js';
import type { Streams } from './streams.js';
import { noRegistry, workingDirectory } from './working-directory.js';

type Entry = SimpleConnector | Composite;

interface ConnectorItem extends PickerItem {
  readonly entry: Entry;
}

/**
 * @param command whose permalink is missing
 * @returns the permalink, and the kind that was meant by it
 * @throws {UserError} `missing-permalink` where nobody can be asked
 * @throws {Cancelled} where the person picked none
 */
export async function chooseConnector(
  command: 'run' | 'render',
  options: GlobalOptions & KindChoice,
  streams: Streams,
): Promise<{ permalink: string; choice: KindChoice }> {
  const configuration = await loadLintConfiguration({
    cwd: await workingDirectory(options.cwd, streams),
    configPath: options.config,
    registryPath: options.registry,
    processEnv: streams.env,
  });
  if (configuration.registryPath === undefined) throw noRegistry();
  const registry = await loadRegistry(configuration.registryPath);
  refuseUnreadable(registry);
  const entries = entriesOf(registry, options);
  const prompts = promptStreams(options, streams);
  if (prompts === null || entries.length === 0) throw missingPermalink(command, registry, entries);
  const mask = new SecretMask();
  const secrets = await configuration.secrets();
  if (secrets) registerSecrets(secrets, mask);
  const items = lastUsedFirst(entries, await lastUsed(registry.file.path, streams.env)).map(itemOf);
  const { pick } = await import('../views/prompts/pick.js');
  const title = `${command === 'run' ? 'Run' : 'Render'} which connector?`;
  const picked = await pick(items, { title }, { ...prompts, mask: (text) => mask.mask(text) });
  const { kind, permalink } = unlessCancelled(picked).entry;
  return { permalink, choice: { simple: kind === 'simple', composite: kind === 'composite' } };
}

/** Those that can be called, and are of the kind that was asked for. */
function entriesOf({ connectors, composites }: Registry, { simple, composite }: KindChoice): Entry[] {
  const all = [...(composite ? [] : connectors), ...(simple ? [] : composites)];
  return all.filter(({ permalink }) => permalink !== '');
}

function missingPermalink(command: string, { file }: Registry, entries: readonly Entry[]): UserError {
  return new UserError({
    code: 'missing-permalink',
    message: `The permalink is missing: connector-cli ${command} <permalink>.`,
    file: file.path,
    hint:
      entries.length === 0
        ? 'The registry has none; connector-cli add makes one.'
        : `The registry has: ${listNames(entries.map(({ permalink }) => permalink))}.`,
  });
}

function lastUsedFirst(entries: readonly Entry[], used: readonly Used[]): Entry[] {
  const keyOf = ({ kind, permalink }: Used): string => `${kind} ${permalink}`;
  const order = new Map(used.map((each, at) => [keyOf(each), at]));
  const placeOf = (entry: Entry): number => order.get(keyOf(entry)) ?? used.length;
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function itemOf(entry: Entry): ConnectorItem {
  const requests = entry.kind === 'simple' ? [entry] : entry.steps;
  const hosts = new Set(requests.flatMap(({ url }) => hostOf(url?.value ?? '') ?? []));
  const what =
    entry.kind === 'simple'
      ? entry.method
      : `composite, ${entry.steps.length} ${entry.steps.length === 1 ? 'step' : 'steps'}`;
  return {
    entry,
    title: entry.permalink,
    name: entry.name,
    details: [what, [...hosts].join(', ')].join('  ').trimEnd(),
  };
}

/** As far as it stands in the text; a host that a template makes is shown as the template. */
const hostOf = (url: string): string | undefined => /^\s*(?:https?:\/\/)?([^/?#]+)/i.exec(url)?.[1];

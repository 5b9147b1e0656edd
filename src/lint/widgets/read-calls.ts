/** A widget's source to the calls in it. */
import type { SourceFile } from '../../text/source.js';
import { clientOf } from './clients.js';
import type { WidgetCall, WidgetFault } from './model.js';
import { memberOf, spanOf } from './nodes.js';
import { parseScript } from './parse.js';
import { type CallSite, callSitesOf, Scope } from './scopes.js';
import { scriptsOf } from './scripts.js';
import { ValueReader } from './values.js';

export interface WidgetSource {
  /** In the order of the file. */
  readonly calls: readonly WidgetCall[];
  readonly faults: readonly WidgetFault[];
}

/** What a script has to mention; no other is parsed. */
const mention = 'connectors';

/** Never throws, whatever bytes the file had. */
export function readCalls(file: SourceFile): WidgetSource {
  if (!file.text.includes(mention)) return { calls: [], faults: [] };
  const faults: WidgetFault[] = [];
  const page = new Scope(null, true);
  const values = new ValueReader();
  const sites: CallSite[] = [];
  const scripts = scriptsOf(file);
  // A script may use what another one has made of the SDK, so that one that mentions it has all read.
  if (!scripts.some(({ text }) => text.includes(mention))) return { calls: [], faults };
  for (const script of scripts) {
    const { program, fault } = parseScript(script);
    if (fault && script.text.includes(mention)) {
      const start = Math.min(fault.offset, file.text.length);
      faults.push({ file, span: { start, end: endOfCharacter(file.text, start) }, message: fault.message });
    }
    if (!program) continue;
    const globals = script.isModule ? new Scope(page, true) : page;
    for (const site of callSitesOf(program, globals)) sites.push(site);
  }
  return { calls: sites.flatMap((site) => callOf(file, site, values) ?? []), faults };
}

function callOf(file: SourceFile, site: CallSite, values: ValueReader): WidgetCall | null {
  if (!site.argument) return null;
  const client = clientOf(site.callee, site.scope);
  if (client !== 'execute-simple' && client !== 'execute-composite') return null;
  const options = values.read(site.argument, site.scope);
  if (options.kind !== 'object' || !options.entries.has('permalink')) return null;
  return {
    file,
    kind: client === 'execute-simple' ? 'simple' : 'composite',
    execute: spanOf(memberOf(site.callee)?.property ?? site.callee),
    options,
  };
}

/** Both halves of a surrogate pair. */
const endOfCharacter = (text: string, start: number): number =>
  Math.min(start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1), text.length);

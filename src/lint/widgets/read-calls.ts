/** A widget's source to the calls in it. */
import type { SourceFile } from '../../text/source.js';
import { clientOf } from './clients.js';
import type { WidgetCall, WidgetFault, WidgetTextCall } from './model.js';
import { memberOf, spanOf } from './nodes.js';
import { parseScript } from './parse.js';
import { type CallSite, callSitesOf, Scope } from './scopes.js';
import { scriptsOf } from './scripts.js';
import { ValueReader } from './values.js';

export interface WidgetSource {
  /** In the order of the file. */
  readonly calls: readonly WidgetCall[];
  readonly textCalls: readonly WidgetTextCall[];
  readonly faults: readonly WidgetFault[];
}

/** What a script has to mention; no other is parsed. */
const mention = 'connectors';

/** Never throws, whatever bytes the file had. */
export function readCalls(file: SourceFile): WidgetSource {
  if (!file.text.includes(mention)) return { calls: [], textCalls: [], faults: [] };
  const faults: WidgetFault[] = [];
  const page = new Scope(null, true);
  const values = new ValueReader();
  const sites: CallSite[] = [];
  const scripts = scriptsOf(file);
  // A script may use what another one has made of the SDK, so that one that mentions it has all read.
  if (!scripts.some(({ text }) => text.includes(mention))) return { calls: [], textCalls: [], faults };
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
  const calls: WidgetCall[] = [];
  const textCalls: WidgetTextCall[] = [];
  for (const site of sites) {
    const call = callOf(file, site, values);
    if (call && 'options' in call) calls.push(call);
    else if (call) textCalls.push(call);
  }
  return { calls, textCalls, faults };
}

function callOf(file: SourceFile, site: CallSite, values: ValueReader): WidgetCall | WidgetTextCall | null {
  if (!site.argument) return null;
  const client = clientOf(site.callee, site.scope);
  if (client !== 'execute-simple' && client !== 'execute-composite') return null;
  const options = values.read(site.argument, site.scope);
  const call = {
    file,
    kind: client === 'execute-simple' ? ('simple' as const) : ('composite' as const),
    execute: spanOf(memberOf(site.callee)?.property ?? site.callee),
  };
  if (options.kind === 'object') return options.entries.has('permalink') ? { ...call, options } : null;
  if (options.kind !== 'literal' || typeof options.value !== 'string') return null;
  const next = site.nextArgument && values.read(site.nextArgument, site.scope);
  const { value: text, span: textSpan } = options;
  return { ...call, text, textSpan, next: next?.kind === 'object' ? next : null };
}

/** Both halves of a surrogate pair. */
const endOfCharacter = (text: string, start: number): number =>
  Math.min(start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1), text.length);

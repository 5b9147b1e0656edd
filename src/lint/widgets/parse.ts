/** Source text to a syntax tree. */
import { type ParserPlugin, parse } from '@babel/parser';
import type { Node, Program } from '@babel/types';
import { childrenOf, spanOf } from './nodes.js';
import type { Script } from './scripts.js';

export interface ParsedScript {
  /** Null where nothing could be made of the text. */
  readonly program: Program | null;
  /** The first fault. */
  readonly fault: { readonly message: string; readonly offset: number } | null;
}

/** What a page's server may fill in: `{{ name }}`, `{% if %}`, `<% %>`, `<?php ?>`. */
const placeholder = /\{\{|\{%|<%|<\?/;

/** Places are those of the file that the script stands in. Never throws: text that is no program has a fault. */
export function parseScript(script: Script): ParsedScript {
  const { places } = script;
  if (!places) return parseText(script);
  const { program, fault } = parseText({ ...script, offset: 0 });
  const placeOf = (index: number): number => places[Math.min(index, places.length - 1)] ?? script.offset;
  if (program) move(program, placeOf);
  return { program, fault: fault && { ...fault, offset: placeOf(fault.offset) } };
}

/** From places in the text to places in the file, where a character reference ends with the beginning of what follows. */
function move(program: Program, placeOf: (index: number) => number): void {
  const pending: Node[] = [program];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const { start, end } = spanOf(node);
    node.start = placeOf(start);
    node.end = placeOf(end);
    for (const child of childrenOf(node)) pending.push(child);
  }
}

function parseText({ text, offset, language, isInline }: Script): ParsedScript {
  if (language !== 'javascript' && nestsGenericCalls(text)) {
    return { program: null, fault: { message: 'its generic calls nest too deeply', offset } };
  }
  try {
    const { program, errors } = parse(text, {
      sourceType: 'unambiguous',
      ...(offset > 0 && { startIndex: offset, startLine: 1, startColumn: offset }),
      plugins: pluginsFor(language, text),
      errorRecovery: true,
      attachComment: false,
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      allowUndeclaredExports: true,
    });
    return { program, fault: errors?.[0] ? faultOf(errors[0], offset) : null };
  } catch (error) {
    return { program: null, fault: isInline && placeholder.test(text) ? null : faultOf(error, offset) };
  }
}

function pluginsFor(language: Script['language'], text: string): ParserPlugin[] {
  const common: ParserPlugin[] = ['decorators', 'decoratorAutoAccessors', 'explicitResourceManagement'];
  if (language === 'typescript') return [...common, 'typescript'];
  if (language === 'tsx') return [...common, 'typescript', 'jsx'];
  return /@flow\b/.test(text) ? [...common, 'jsx', 'flow'] : [...common, 'jsx'];
}

function faultOf(error: unknown, start: number): { message: string; offset: number } {
  if (error instanceof RangeError) return { message: 'it nests too deeply', offset: start };
  const { message, pos } = error as { message?: unknown; pos?: unknown };
  // The place stands in the finding itself.
  const said = String(message)
    .replace(/\s*\(\d+:\d+\)\s*$/, '')
    .replace(/\.$/, '');
  return { message: said, offset: typeof pos === 'number' ? pos : start };
}

const mostGenericCalls = 8;

/** `a<b>(a<b>(...`: the parser tries each as a comparison too, so that its time doubles with every level. */
function nestsGenericCalls(text: string): boolean {
  const generic: boolean[] = [];
  let depth = 0;
  for (const { 0: found } of text.matchAll(/(?<!=)>\s{0,20}\(|[()]/g)) {
    if (found === ')') {
      if (generic.pop()) depth -= 1;
      continue;
    }
    generic.push(found !== '(');
    if (found !== '(') depth += 1;
    if (depth > mostGenericCalls) return true;
  }
  return false;
}

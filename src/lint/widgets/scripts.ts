/** The scripts of a source: the file itself, or what an HTML page holds inline. */
import { Token, Tokenizer, TokenizerMode } from 'parse5';
import type { SourceFile } from '../../text/source.js';

export interface Script {
  readonly text: string;
  /** Of its first character in the file, in UTF-16 units. */
  readonly offset: number;
  readonly language: 'javascript' | 'typescript' | 'tsx';
  /** A module keeps its names to itself; the other scripts of a page share theirs. */
  readonly isModule: boolean;
  /** Where each character of the text stands in the file, and its end; null where they stand one behind the other. */
  readonly places: readonly number[] | null;
  /** In a page, where a server may have placeholders filled in before a browser sees it. */
  readonly isInline: boolean;
}

export function scriptsOf(file: SourceFile): Script[] {
  const extension = /\.([^.]*)$/.exec(file.path)?.[1]?.toLowerCase();
  if (extension === 'html' || extension === 'htm') return inlineScripts(file.text);
  const language = extension === 'ts' ? 'typescript' : extension === 'tsx' ? 'tsx' : 'javascript';
  return [{ text: file.text, offset: 0, language, isModule: true, places: null, isInline: false }];
}

/** Elements whose content is text and no markup. */
const rawContent: ReadonlyMap<string, number> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes'].map((name) => [name, TokenizerMode.RAWTEXT] as const),
  ...['title', 'textarea'].map((name) => [name, TokenizerMode.RCDATA] as const),
  ['plaintext', TokenizerMode.PLAINTEXT],
]);

/** Tags alone, without a tree: its building would take a hostile page's depth times its length. */
function inlineScripts(html: string): Script[] {
  const scripts: Script[] = [];
  let open: { start: number; script: ScriptKind } | null = null;
  let foreign = 0;
  const close = (end: number): void => {
    if (open)
      scripts.push({ ...open.script, places: null, offset: open.start, text: html.slice(open.start, end) });
    open = null;
  };
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(tag) {
        scripts.push(...handlersOf(tag, html));
        const isForeign = tag.tagName === 'svg' || tag.tagName === 'math';
        if (isForeign && !tag.selfClosing) foreign += 1;
        const mode = foreign > 0 ? undefined : rawContent.get(tag.tagName);
        if (mode === undefined) return;
        tokenizer.state = mode;
        const script = tag.tagName === 'script' ? scriptOf(tag) : null;
        if (script) open = { start: tag.location?.endOffset ?? html.length, script };
      },
      onEndTag(tag) {
        if (tag.tagName === 'svg' || tag.tagName === 'math') foreign = Math.max(foreign - 1, 0);
        close(tag.location?.startOffset ?? html.length);
      },
      onEof: () => close(html.length),
      onComment: ignore,
      onDoctype: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
      onParseError: null,
    },
  );
  tokenizer.write(html, true);
  return scripts;
}

const javascriptType = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:babel|jsx))$/i;
const typescriptType = /^(?:text|application)\/(?:x-)?typescript$/i;

type ScriptKind = Omit<Script, 'text' | 'offset' | 'places'>;

/** Null for data, templates, and scripts that stand in another file. */
function scriptOf(tag: Token.TagToken): ScriptKind | null {
  if (Token.getTokenAttr(tag, 'src') !== null) return null;
  const type = (Token.getTokenAttr(tag, 'type') ?? '').trim();
  const lang = (Token.getTokenAttr(tag, 'lang') ?? '').toLowerCase();
  const isTypescript = typescriptType.test(type) || lang === 'ts' || lang === 'tsx';
  if (!isTypescript && !javascriptType.test(type)) return null;
  return {
    language: lang === 'tsx' ? 'tsx' : isTypescript ? 'typescript' : 'javascript',
    isModule: type.toLowerCase() === 'module',
    isInline: true,
  };
}

/** `onclick="..."`; one with character references that nobody writes in a script is passed over. */
function handlersOf(tag: Token.TagToken, html: string): Script[] {
  return tag.attrs.flatMap(({ name, value }): Script[] => {
    const place = tag.location?.attrs?.[name];
    if (!place || !/^on[a-z]/.test(name)) return [];
    const written = html.slice(place.startOffset, place.endOffset);
    const [, before = '', inner = ''] = /^([^=]*=\s*["']?)([\s\S]*?)["']?$/.exec(written) ?? [];
    const offset = place.startOffset + before.length;
    const kind = { offset, language: 'javascript', isModule: false, isInline: true } as const;
    if (!inner.includes('&')) return [{ ...kind, text: inner, places: null }];
    const decoded = decode(inner, offset);
    return decoded.text === value ? [{ ...kind, ...decoded }] : [];
  });
}

/** The references that scripts in attributes are written with. */
const references: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['#34', '"'],
  ['#39', "'"],
  ['#x22', '"'],
  ['#x27', "'"],
  ['#38', '&'],
]);

function decode(written: string, offset: number): Pick<Script, 'text'> & { places: number[] } {
  const places: number[] = [];
  let text = '';
  for (const { 0: piece, 1: name, index } of written.matchAll(/&(#?\w+);|[\s\S]/g)) {
    const character = name === undefined ? piece : references.get(name.toLowerCase());
    for (const [at, unit] of [...(character ?? piece)].entries()) {
      places.push(offset + index + at);
      text += unit;
    }
  }
  return { text, places: [...places, offset + written.length] };
}

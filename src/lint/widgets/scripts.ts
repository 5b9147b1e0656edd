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
  /** In a page, where a server may have placeholders filled in before a browser sees it. */
  readonly isInline: boolean;
}

export function scriptsOf(file: SourceFile): Script[] {
  const extension = /\.([^.]*)$/.exec(file.path)?.[1]?.toLowerCase();
  if (extension === 'html' || extension === 'htm') return inlineScripts(file.text);
  const language = extension === 'ts' ? 'typescript' : extension === 'tsx' ? 'tsx' : 'javascript';
  return [{ text: file.text, offset: 0, language, isModule: true, isInline: false }];
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
  let open: { start: number; script: Omit<Script, 'text' | 'offset'> } | null = null;
  let foreign = 0;
  const close = (end: number): void => {
    if (open) scripts.push({ ...open.script, offset: open.start, text: html.slice(open.start, end) });
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

/** Null for data, templates, and scripts that stand in another file. */
function scriptOf(tag: Token.TagToken): Omit<Script, 'text' | 'offset'> | null {
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

/** `onclick="..."`; one with character references is passed over, because its text is not what is written. */
function handlersOf(tag: Token.TagToken, html: string): Script[] {
  return tag.attrs.flatMap(({ name }) => {
    const place = tag.location?.attrs?.[name];
    if (!place || !/^on[a-z]/.test(name)) return [];
    const written = html.slice(place.startOffset, place.endOffset);
    const [, before = '', text = ''] = /^([^=]*=\s*["']?)([\s\S]*?)["']?$/.exec(written) ?? [];
    if (text.includes('&')) return [];
    const offset = place.startOffset + before.length;
    return [{ text, offset, language: 'javascript' as const, isModule: false, isInline: true }];
  });
}

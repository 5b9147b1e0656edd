/** The mistakes that an author may make in a template, each made once at every place where it can be made. */
import { tokenize } from '../../../src/jinja/lexer/lexer.js';
import type { Token } from '../../../src/jinja/lexer/tokens.js';

export interface TemplateMutant {
  /** What was done and where: `drop the filter tojson, at 31`. */
  readonly change: string;
  readonly text: string;
}

const opposite: Readonly<Record<string, string>> = { '==': '!=', '!=': '==', '+': '-', '-': '+', '<': '>=' };

const keywords: ReadonlySet<string> = new Set(
  'for in if else elif endif endfor set endset block and or not is recursive true false none True False None'.split(
    ' ',
  ),
);

export function* templateMutants(source: string): Generator<TemplateMutant> {
  if (source !== '') yield { change: 'empty it', text: '' };
  const tokens = tokenize(source).filter(({ type }) => type !== 'eof');
  for (const [index, token] of tokens.entries()) {
    const replaced = (change: string, text: string, to: Token = token): TemplateMutant => ({
      change: `${change}, at ${token.start}`,
      text: source.slice(0, token.start) + text + source.slice(to.end),
    });
    const before = tokens[index - 1]?.text;
    const after = tokens[index + 1]?.text;
    switch (token.type) {
      case 'data':
        if (token.text.trim() === '') break;
        yield replaced('drop the text', '');
        yield replaced('change the text', token.text.replace(/\S(?=\s*$)/, '~'));
        break;
      case 'string':
        yield replaced('change the literal', `'${source.slice(token.start + 1, token.end - 1)}~'`);
        break;
      case 'integer':
      case 'float':
        yield replaced('change the number', `${Number(token.text) + 1}`);
        break;
      case 'name':
        if (token.text === 'true') yield replaced('say false', 'false');
        else if (token.text === 'if') yield* negated(source, tokens, index);
        else if (token.text === 'set') yield* withoutStatement(source, tokens, index);
        else if (keywords.has(token.text) || before === '|' || after === '=') break;
        else yield replaced(`rename ${token.text}`, `${token.text}_x`);
        break;
      default:
        if (token.text === '|') yield replaced(`drop the filter ${after}`, '', endOfFilter(tokens, index));
        else if (opposite[token.text]) yield replaced('turn the operator', opposite[token.text] as string);
    }
  }
}

function* negated(source: string, tokens: readonly Token[], index: number): Generator<TemplateMutant> {
  const start = tokens[index]?.end ?? 0;
  const end = tokens.slice(index).find(({ type }) => type === 'block_end')?.start;
  if (end === undefined) return;
  const text = `${source.slice(0, start)} not (${source.slice(start, end)})${source.slice(end)}`;
  yield { change: `turn the condition, at ${start}`, text };
}

function* withoutStatement(
  source: string,
  tokens: readonly Token[],
  index: number,
): Generator<TemplateMutant> {
  const open = tokens[index - 1];
  const close = tokens.slice(index).find(({ type }) => type === 'block_end');
  if (!open || !close) return;
  yield {
    change: `drop the set, at ${open.start}`,
    text: source.slice(0, open.start) + source.slice(close.end),
  };
}

/** A filter's name with the arguments behind it. */
function endOfFilter(tokens: readonly Token[], bar: number): Token {
  const name = tokens[bar + 1] as Token;
  if (tokens[bar + 2]?.text !== '(') return name;
  let depth = 0;
  for (const token of tokens.slice(bar + 2)) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth === 0) return token;
  }
  return name;
}

/** The quoting of sh, bash and zsh. */
import type { PastedText } from '../pasted-text.js';
import { readAnsiC } from './ansi-c.js';
import { type ShellCommand, unclosed, Words } from './command.js';
import { type Expansion, expansionAt } from './posix-expansion.js';
import type { Substitutions } from './substitutions.js';

/** @throws {UserError} `curl-syntax` */
export const readPosix = (pasted: PastedText, substitutions: Substitutions): ShellCommand =>
  new PosixReader(pasted, substitutions).read();

const continuation = /\\(?:[ \t]*\r?\n|$)/y;
const redirection = /(?:&>>?|>>|>&|>\||<>|<&|[<>])/y;

class PosixReader {
  readonly #text: string;
  readonly #words = new Words();
  readonly #notes: string[] = [];
  #at = 0;
  #input: string | null = null;
  /** Of a here-document whose text begins on the next line. */
  #delimiter: { text: string; isQuoted: boolean; isIndented: boolean } | null = null;
  /** What the next word is, where it is none of the command's. */
  #next: 'file' | 'delimiter' | 'here-string' | null = null;
  #isQuoted = false;

  constructor(
    private readonly pasted: PastedText,
    private readonly substitutions: Substitutions,
  ) {
    this.#text = pasted.text;
  }

  read(): ShellCommand {
    const text = this.#text;
    let end: ShellCommand['end'] = null;
    while (this.#at < text.length && !end) {
      const character = text[this.#at] ?? '';
      if (this.#skip(continuation)) continue;
      if (character === '\n') end = this.#endLine();
      else if (/\s/.test(character)) {
        this.#closeWord();
        this.#at += 1;
      } else if (character === '#' && !this.#words.isOpen) this.#skipComment();
      else if (text.startsWith('<<', this.#at)) this.#openHereDocument();
      else if (this.#isRedirection()) this.#redirect();
      else if (';&|()'.includes(character)) end = this.#endCommand();
      else this.#readPiece(character);
    }
    this.#closeWord();
    return { words: this.#words.words, input: this.#input, end, notes: this.#notes };
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) return false;
    this.#at += found[0].length;
    return true;
  }

  #skipComment(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #endCommand(): ShellCommand['end'] {
    this.#closeWord();
    const operator = /^(?:\|\||&&|;;|\|&|.)/.exec(this.#text.slice(this.#at, this.#at + 2))?.[0] ?? '';
    const at = this.#at;
    this.#at += operator.length;
    return { operator, at };
  }

  /** A line end before the first word, or one after which a here-document stands, ends nothing. */
  #endLine(): ShellCommand['end'] {
    this.#closeWord();
    this.#at += 1;
    if (this.#delimiter) this.#readHereDocument();
    return this.#words.words.length === 0 ? null : { operator: '\n', at: this.#at - 1 };
  }

  #isRedirection(): boolean {
    redirection.lastIndex = this.#at;
    return redirection.test(this.#text);
  }

  #redirect(): void {
    if (/^\d+$/.test(this.#words.text) && !this.#isQuoted) this.#words.drop();
    this.#closeWord();
    this.#skip(redirection);
    this.#next = 'file';
  }

  #openHereDocument(): void {
    this.#closeWord();
    const isString = this.#text.startsWith('<<<', this.#at);
    const isIndented = this.#text.startsWith('<<-', this.#at);
    this.#at += isString || isIndented ? 3 : 2;
    this.#next = isString ? 'here-string' : 'delimiter';
    if (!isString) this.#delimiter = { text: '', isQuoted: false, isIndented };
  }

  #readHereDocument(): void {
    const { text: delimiter, isQuoted, isIndented } = this.#delimiter ?? {};
    this.#delimiter = null;
    const start = this.#at;
    const lines: string[] = [];
    while (this.#at < this.#text.length) {
      const end = this.#text.indexOf('\n', this.#at);
      const line = this.#text.slice(this.#at, end < 0 ? undefined : end).replace(/\r$/, '');
      this.#at = end < 0 ? this.#text.length : end + 1;
      const bare = isIndented ? line.replace(/^\t+/, '') : line;
      if (bare === delimiter) {
        const document = lines.map((each) => `${each}\n`).join('');
        this.#input = isQuoted ? document : this.#expanded(document);
        return;
      }
      lines.push(bare);
    }
    throw unclosed(this.pasted, start, 'The here-document that begins here');
  }

  /** What a shell fills into a here-document without quotes around its mark. */
  #expanded(document: string): string {
    let text = '';
    for (let at = 0; at < document.length; ) {
      const character = document[at] ?? '';
      const found = character === '$' || character === '`' ? expansionAt(document, at) : null;
      if (character === '\\' && '$`\\\n'.includes(document[at + 1] ?? ' ')) {
        text += document[at + 1] === '\n' ? '' : document[at + 1];
        at += 2;
      } else if (found) {
        text += this.substitutions.mark(found.substitution);
        at = found.end;
      } else {
        text += character;
        at += 1;
      }
    }
    return text;
  }

  #closeWord(): void {
    if (!this.#words.isOpen) return;
    const { text } = this.#words;
    const kind = this.#next;
    if (kind === null) this.#words.close();
    else this.#words.drop();
    if (kind === 'here-string') this.#input = `${text}\n`;
    if (kind === 'delimiter' && this.#delimiter) {
      this.#delimiter = { ...this.#delimiter, text, isQuoted: this.#isQuoted };
    }
    this.#next = null;
    this.#isQuoted = false;
  }

  #readPiece(character: string): void {
    const start = this.#at;
    if (character === "'") this.#readSingle();
    else if (character === '"') this.#readDouble();
    else if (character === '$' && this.#text[start + 1] === "'") this.#readAnsiC();
    else if (character === '$' && this.#text[start + 1] === '"') this.#at += 1;
    else if (character === '$' || character === '`') this.#words.add(this.#expand(start), start);
    else if (character === '\\') {
      this.#words.add(this.#text[start + 1] ?? '', start);
      this.#isQuoted = true;
      this.#at += 2;
    } else {
      this.#words.add(character, start);
      this.#at += 1;
    }
  }

  #readSingle(): void {
    const start = this.#at;
    const end = this.#text.indexOf("'", start + 1);
    if (end < 0) throw unclosed(this.pasted, start, "The quote '");
    this.#words.add(this.#text.slice(start + 1, end), start);
    this.#isQuoted = true;
    this.#at = end + 1;
  }

  #readAnsiC(): void {
    const start = this.#at;
    const read = readAnsiC(this.#text, start + 2);
    if (!read) throw unclosed(this.pasted, start, "The quote $'");
    if (read.hasForeignBytes) {
      this.#notes.push('Bytes that are no UTF-8 were read as Latin-1: a registry holds text only.');
    }
    this.#words.add(read.text, start);
    this.#isQuoted = true;
    this.#at = read.end;
  }

  #readDouble(): void {
    const text = this.#text;
    const start = this.#at;
    let value = '';
    this.#at += 1;
    while (text[this.#at] !== '"') {
      const character = text[this.#at];
      if (character === undefined) throw unclosed(this.pasted, start, 'The quote "');
      const escaped =
        character === '\\' ? /^\\(?:\r?\n|[$`"\\])/.exec(text.slice(this.#at, this.#at + 3)) : null;
      if (escaped) {
        value += escaped[0].endsWith('\n') ? '' : escaped[0].slice(1);
        this.#at += escaped[0].length;
      } else if (character === '$' || character === '`') value += this.#expand(this.#at);
      else {
        value += character;
        this.#at += 1;
      }
    }
    this.#words.add(value, start);
    this.#isQuoted = true;
    this.#at += 1;
  }

  #expand(start: number): string {
    const found: Expansion | null = expansionAt(this.#text, start);
    this.#at = found?.end ?? start + 1;
    return found ? this.substitutions.mark(found.substitution) : (this.#text[start] ?? '');
  }
}

/** What a command asks curl to send, before anything of it becomes a connector. */
import { isJson } from '../../text/json.js';
import { type DataSource, dataOf } from './data.js';
import { boundaryOf, type FormPart, formPartOf, multipart } from './form.js';
import { type CurlHeader, headerOf } from './headers.js';
import { notesOfOptions, refusedOptions } from './outside.js';
import type { Argument } from './read-arguments.js';

/** Texts hold marks of `Substitutions` for what the shell would fill in. */
export interface CurlRequest {
  readonly url: Argument;
  readonly method: string;
  readonly headers: readonly CurlHeader[];
  /** Names, in lower case, of headers that curl is told not to send. */
  readonly removed: ReadonlySet<string>;
  /** Pieces of a query string, as -G and --url-query append them. */
  readonly query: readonly string[];
  /** `user:password`; without a colon curl would ask for the password. */
  readonly user: string | null;
  readonly body: string | null;
  /** Braces and brackets of the URL are what they are. */
  readonly isGlobOff: boolean;
  readonly notes: readonly string[];
}

/** @throws {UserError} for what no connector can send */
export function curlRequest(arguments_: readonly Argument[], source: DataSource): CurlRequest {
  const reader = new RequestReader(source);
  for (const argument of arguments_) reader.take(argument);
  return reader.finish();
}

const formType = 'application/x-www-form-urlencoded';
/** The header of an option counts only where the command writes none of the name. */
const headerOfOption: ReadonlyMap<string, string> = new Map([
  ['user-agent', 'User-Agent'],
  ['referer', 'Referer'],
  ['range', 'Range'],
]);

class RequestReader {
  readonly #urls: Argument[] = [];
  readonly #headers: CurlHeader[] = [];
  readonly #ofOptions: CurlHeader[] = [];
  readonly #removed = new Set<string>();
  readonly #cookies: string[] = [];
  readonly #query: string[] = [];
  readonly #parts: FormPart[] = [];
  readonly #notes = new Set<string>();
  #method: Argument | null = null;
  #data: string | null = null;
  #user: string | null = null;
  #bearer: string | null = null;
  #isJson = false;
  #isGet = false;
  #isHead = false;
  #isGlobOff = false;
  #form: Argument | null = null;

  constructor(private readonly source: DataSource) {}

  take(argument: Argument): void {
    const { name, written, value, at } = argument;
    const refused = refusedOptions.get(name);
    if (refused)
      throw this.source.pasted.fault(at, 'curl-unsupported', `${written} ${refused.says}`, refused.hint);
    const note = notesOfOptions.get(name);
    if (note !== undefined) this.#notes.add(note);
    switch (name) {
      case 'url':
        this.#urls.push(argument);
        break;
      case 'request':
        this.#method = argument;
        break;
      case 'header':
        this.#takeHeader(argument);
        break;
      case 'data':
      case 'data-ascii':
      case 'data-binary':
      case 'data-raw':
      case 'data-urlencode':
        this.#data =
          this.#data === null
            ? dataOf(argument, this.source)
            : `${this.#data}&${dataOf(argument, this.source)}`;
        break;
      case 'json':
        this.#data = (this.#data ?? '') + dataOf(argument, this.source);
        this.#isJson = true;
        break;
      case 'form':
      case 'form-string':
        this.#form = argument;
        this.#parts.push(formPartOf(argument, this.source.pasted));
        break;
      case 'url-query':
        this.#query.push(
          value.startsWith('+')
            ? value.slice(1)
            : dataOf({ ...argument, name: 'data-urlencode' }, this.source),
        );
        break;
      case 'get':
        this.#isGet = true;
        break;
      case 'head':
        this.#isHead = true;
        break;
      case 'globoff':
        this.#isGlobOff = true;
        break;
      case 'user':
        this.#user = value;
        break;
      case 'oauth2-bearer':
        this.#bearer = value;
        break;
      case 'cookie':
        if (value.includes('=') || this.source.substitutions.isIn(value)) this.#cookies.push(value);
        else this.#notes.add(`The cookies of the file were left out: an import reads no files.`);
        break;
      case 'max-time':
        if (Number(value) > 15)
          this.#notes.add('The platform gives up after 15 seconds, whatever --max-time says.');
        break;
      default: {
        const header = headerOfOption.get(name);
        if (header === undefined) break;
        const shown = name === 'range' ? `bytes=${value}` : value.replace(/;auto$/, '');
        if (shown !== '') this.#ofOptions.push({ name: header, value: shown, at });
      }
    }
  }

  #takeHeader(argument: Argument): void {
    const header = headerOf(argument, this.source);
    if (header === null) this.#notes.add('A header without a colon was left out: curl sends no such header.');
    else if (header.value === null) this.#removed.add(header.name.toLowerCase());
    else this.#headers.push({ ...header, value: header.value });
  }

  finish(): CurlRequest {
    const { url, method } = { url: this.#url(), method: this.#methodName() };
    const isInQuery = this.#isGet && this.#form === null;
    const query = [...this.#query, ...(isInQuery && this.#data ? [this.#data] : [])];
    const body = isInQuery ? null : this.#body(method);
    const headers = this.#allHeaders(body);
    return {
      url,
      method,
      headers,
      removed: this.#removed,
      query,
      user: this.#bearer === null ? this.#user : null,
      body,
      isGlobOff: this.#isGlobOff,
      notes: [...this.#notes],
    };
  }

  #url(): Argument {
    const { pasted } = this.source;
    const [url, second] = this.#urls;
    if (!url)
      throw pasted.fault(
        0,
        'curl-no-url',
        'The command names no URL',
        'Add the address that curl is to call.',
      );
    if (!second) return url;
    throw pasted.fault(
      second.at,
      'curl-several-urls',
      `The command names ${this.#urls.length} URLs, the second of them here, and a connector has one`,
      'Import each by itself. A value with spaces in it has to stand in quotes, or its words count as URLs.',
    );
  }

  #methodName(): string {
    if (this.#method) return this.#method.value.trim().toUpperCase();
    if (this.#isHead) return 'HEAD';
    if (this.#form) return 'POST';
    return this.#data === null || this.#isGet ? 'GET' : 'POST';
  }

  #body(method: string): string | null {
    if (this.#form && this.#data !== null) {
      throw this.source.pasted.fault(
        this.#form.at,
        'curl-form',
        '-F and -d stand in one command, and curl sends only one of them',
        'Keep the one that the API takes.',
      );
    }
    const body = this.#form ? multipart(this.#parts, boundaryOf(this.#parts)) : this.#data;
    if (body === null || (method !== 'GET' && method !== 'HEAD')) return body;
    this.#notes.add(
      `The body was left out: the platform sends none with ${method}. Where the API takes it with POST, write -X POST.`,
    );
    return null;
  }

  #allHeaders(body: string | null): CurlHeader[] {
    const headers = this.#headers.map((header) => this.#withBoundary(header));
    const has = (name: string): boolean =>
      this.#removed.has(name.toLowerCase()) ||
      headers.some((each) => each.name.toLowerCase() === name.toLowerCase());
    const add = (name: string, value: string, at: number): void => {
      if (!has(name)) headers.push({ name, value, at });
    };
    const { at } = this.#urls[0] ?? { at: 0 };
    if (this.#bearer !== null) add('Authorization', `Bearer ${this.#bearer}`, at);
    for (const header of this.#ofOptions) add(header.name, header.value, header.at);
    if (this.#cookies.length > 0) add('Cookie', this.#cookies.join('; '), at);
    if (this.#isJson) {
      add('Content-Type', 'application/json', at);
      add('Accept', 'application/json', at);
    } else if (this.#form) {
      add('Content-Type', `multipart/form-data; boundary=${boundaryOf(this.#parts)}`, at);
    } else if (body !== null) {
      if (!has('content-type') && /^\s*[{[]/.test(body) && isJson(body)) {
        this.#notes.add(
          'curl says of a body that it is a form, unless told otherwise, and so does the connector; this one is JSON. Set the header Content-Type to application/json if the API asks for it.',
        );
      }
      add('Content-Type', formType, at);
    }
    return headers;
  }

  /** curl writes its boundary into a Content-Type that has none. */
  #withBoundary(header: CurlHeader): CurlHeader {
    const isForm =
      header.name.toLowerCase() === 'content-type' && /^multipart\/form-data/i.test(header.value);
    if (!this.#form || !isForm || /boundary=/i.test(header.value)) return header;
    return { ...header, value: `${header.value}; boundary=${boundaryOf(this.#parts)}` };
  }
}

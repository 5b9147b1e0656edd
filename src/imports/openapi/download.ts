/** Documents from the web: HTTPS, or plain HTTP from this machine. */
import { isLoopback } from '../../platform/addresses.js';
import { type Transport, TransportError, type UpstreamResponse } from '../../platform/transport/transport.js';
import { version } from '../../platform/version.js';
import { UserError } from '../../text/user-error.js';
import { utf8Text } from '../../text/utf8.js';
import { largestDocument_bytes } from './read-document.js';

export interface DownloadOptions {
  /** For each document, in milliseconds. Default 30 s. */
  timeout_ms?: number | undefined;
  /** URL of the HTTP proxy; without it the environment decides. */
  proxy?: string | undefined;
  /** PEM certificates to trust besides Node's own. */
  certificateAuthorities?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
}

export interface Downloaded {
  readonly text: string;
  /** After redirects. */
  readonly url: string;
}

const mostRedirects = 5;
const accept = 'application/json, application/yaml, text/yaml, */*;q=0.5';

export class Downloads {
  private transport: Transport | null = null;

  constructor(private readonly options: DownloadOptions) {}

  /**
   * @param url of the origin that the user asked for: it may be a private one, and redirects from it may not lead to such
   * @throws UserError `openapi-url` or `openapi-download`
   */
  async read(url: string): Promise<Downloaded> {
    let current = checked(url, url);
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const response = await this.send(current, current.origin === new URL(url).origin);
      const next = redirectOf(response, current);
      if (!next) return { text: textOfAnswer(response, current), url: current.href };
      current = checked(next, current.href);
    }
    throw failed(current, `it was redirected more than ${mostRedirects} times`);
  }

  async close(): Promise<void> {
    await this.transport?.close();
  }

  private async send(url: URL, isAskedFor: boolean): Promise<UpstreamResponse> {
    this.transport ??= await openTransport(this.options);
    const headers = {
      accept,
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': `connector-cli/${version}`,
    };
    try {
      return await this.transport.send(
        {
          method: 'GET',
          url: url.href.replace(/#.*$/s, ''),
          routed: isAskedFor,
          headers: Object.entries(headers),
          body: null,
        },
        {
          timeout_ms: this.options.timeout_ms ?? 30_000,
          signal: this.options.signal ?? new AbortController().signal,
          observer: { phaseStarted() {}, phaseFinished() {}, connected() {} },
        },
      );
    } catch (error) {
      if (error instanceof TransportError) throw failed(url, error.message, error);
      throw error;
    }
  }
}

async function openTransport(options: DownloadOptions): Promise<Transport> {
  const { createUndiciTransport } = await import('../../platform/transport/undici.js');
  return createUndiciTransport({
    allowPrivateNetwork: false,
    certificateAuthorities: options.certificateAuthorities ?? [],
    proxy: options.proxy,
    responseBodyLimit_bytes: largestDocument_bytes,
  });
}

/** @param from where the user, or a redirect of it, named the URL */
function checked(url: string, from: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isAllowed =
    parsed?.protocol === 'https:' ||
    (parsed?.protocol === 'http:' && isLoopback(parsed.hostname) && url.startsWith(new URL(from).origin));
  if (parsed && isAllowed && !parsed.username && !parsed.password) return parsed;
  throw new UserError({
    code: 'openapi-url',
    message: !parsed
      ? 'The URL of the document is not valid.'
      : isAllowed
        ? 'The URL of the document holds a user and a password, which are not sent.'
        : `The document cannot be read from ${parsed.protocol}//${parsed.host}: only HTTPS is safe from changes on the way.`,
    hint: 'Use an https:// URL, or download the document and give the path of the file.',
  });
}

function redirectOf({ statusCode, headers }: UpstreamResponse, from: URL): string | null {
  const location = [301, 302, 303, 307, 308].includes(statusCode) ? headers.location : undefined;
  return location !== undefined && URL.canParse(location, from.href) ? new URL(location, from).href : null;
}

function textOfAnswer({ statusCode, body }: UpstreamResponse, url: URL): string {
  if (statusCode < 200 || statusCode > 299) throw failed(url, `the answer has status ${statusCode}`);
  const text = utf8Text(body);
  if (text === null) throw failed(url, 'the answer is not UTF-8 text');
  return text;
}

/** The query of a URL may hold a key, so that it is not shown. */
const failed = (url: URL, reason: string, cause?: unknown): UserError =>
  new UserError({
    code: 'openapi-download',
    message: `The document could not be loaded from ${url.origin}${url.pathname}: ${reason}.`,
    hint: 'Open the URL in a browser, or download the document and give the path of the file.',
    cause,
  });

import type { PostData, Request } from 'har-format';
import type { RequestRecord } from '../../platform/result.js';
import type { Mask } from '../text.js';
import { requestCookies } from './cookies.js';
import { headerValue, mediaType, pairsOf } from './fields.js';

/** The only version that the transport speaks. */
export const httpVersion = 'HTTP/1.1';

export function harRequest(request: RequestRecord, mask: Mask): Request {
  const headers = Object.entries(request.headers);
  const url = maskedUrl(request.url, mask);
  const har: Request = {
    method: mask(request.method),
    url,
    httpVersion,
    cookies: requestCookies(headers, mask),
    headers: headers.map(([name, value]) => ({ name: mask(name), value: mask(value) })),
    queryString: pairsOf(queryOf(request.url), mask),
    headersSize: -1,
    bodySize: request.body === null ? 0 : Buffer.byteLength(request.body),
  };
  if (request.body !== null && request.body !== '') {
    har.postData = postData(request.body, headerValue(headers, 'content-type') ?? '', mask);
  }
  return har;
}

/** Readers parse the address and stumble where it is none: where a secret was all of it, say. */
function maskedUrl(url: string, mask: Mask): string {
  const masked = mask(url);
  return URL.canParse(masked) ? masked : 'masked:***';
}

const queryOf = (url: string): string => /\?([^#]*)/.exec(url)?.[1] ?? '';

function postData(body: string, contentType: string, mask: Mask): PostData {
  const post: PostData = { mimeType: mask(contentType), text: mask(body) };
  if (mediaType(contentType) !== 'application/x-www-form-urlencoded') return post;
  // The text of the format wants either; browsers write both, read the text, and show the parameters.
  return Object.assign(post, { params: pairsOf(body, mask) }) as PostData;
}

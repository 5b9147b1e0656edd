import { STATUS_CODES } from 'node:http';
import type { Response } from 'har-format';
import type { RequestRecord, ResponseRecord } from '../../platform/result.js';
import type { Mask } from '../text.js';
import { contentOf } from './content.js';
import { responseCookies } from './cookies.js';
import { headerValue } from './fields.js';
import { httpVersion } from './request.js';

/** What Chrome's devtools write and read beside the format's own fields. */
interface DevtoolsResponse extends Response {
  /** Bytes over the wire. */
  _transferSize: number;
  _error?: string;
}

/**
 * @param error why the body did not arrive whole; null where it did
 * @param sent_at_ms in milliseconds since 1970
 */
export function harResponse(
  response: ResponseRecord,
  error: string | null,
  sent_at_ms: number,
  mask: Mask,
): DevtoolsResponse {
  const headers = response.header_list;
  return {
    status: response.status_code,
    statusText: STATUS_CODES[response.status_code] ?? '',
    httpVersion,
    cookies: responseCookies(headers, sent_at_ms, mask),
    headers: headers.map(([name, value]) => ({ name: mask(name), value: mask(value) })),
    content: contentOf(response, mask),
    redirectURL: mask(headerValue(headers, 'location') ?? ''),
    headersSize: -1,
    bodySize: response.received_bytes,
    _transferSize: response.received_bytes,
    ...(error === null ? {} : { _error: error }),
  };
}

/** A request without an answer, as Chrome writes it. */
export function failedResponse(request: RequestRecord, error: string, mask: Mask): DevtoolsResponse {
  const body = request.error_body === null ? '' : mask(request.error_body);
  return {
    status: request.status_code ?? 0,
    statusText: '',
    httpVersion: '',
    cookies: [],
    headers: [],
    content: {
      size: Buffer.byteLength(body),
      mimeType: 'x-unknown',
      ...(body === '' ? {} : { text: body }),
    },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    _transferSize: 0,
    _error: error,
  };
}

/** Renders what a request is made of, and holds each part against the platform's rules. platform.md sections 2 and 5. */
import type { RequestDefinition, Row, TextField } from '../registry/model.js';
import { isConnectionHeader } from './exchange.js';
import { templateError } from './failure.js';
import type { RunContext } from './run-context.js';
import { type AcceptedUrl, checkUrl, isRefused } from './url-policy.js';
import { checkUrlTemplate } from './url-template.js';

export type Pair = readonly [name: string, value: string];

/** @throws {StepError} where the template fails or the URL that it renders to breaks the URL rules */
export function renderUrl(field: TextField, label: string, run: RunContext): AcceptedUrl {
  const illegal = checkUrlTemplate(field.value);
  if (illegal) throw templateError(run.renderer.fault(field, label, 'url', illegal.reason, illegal.advice));
  const rendered = run.renderer.render(field, label, 'url', run.contexts.of('url'));
  return acceptUrl(rendered, field, label, run);
}

/** Holds a rendered URL, of whatever field, against the URL rules. */
export function acceptUrl(rendered: string, field: TextField, label: string, run: RunContext): AcceptedUrl {
  const checked = checkUrl(rendered, { allowPrivateNetwork: run.settings.allowPrivateNetwork });
  if (isRefused(checked)) {
    throw templateError(run.renderer.fault(field, label, 'url', checked.reason, checked.advice));
  }
  return checked;
}

/** Renders headers; the later of two rows with one name (in any case) replaces the earlier. */
export function renderHeaders(definition: RequestDefinition, step: string | null, run: RunContext): Pair[] {
  const headers = new Map<string, Pair>();
  for (const [index, row] of definition.headers.entries()) {
    const name = row.key.value;
    if (isConnectionHeader(name)) {
      run.warn('header-not-sent', `the header '${name}' belongs to the connection; it is not sent`, step);
      continue;
    }
    const label = `headers[${index}].value (${name})`;
    const value = renderValue(row, label, run);
    if (row.value) refuseUnsendable(name, value, row.value, label, run);
    collectCredential(name, value, run);
    headers.set(name.toLowerCase(), [name, value]);
  }
  return [...headers.values()];
}

/** A header value may hold neither line breaks nor other control characters. */
export function refuseUnsendable(
  name: string,
  value: string,
  field: TextField,
  label: string,
  run: RunContext,
): void {
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) {
    const reason = `'${name}' is not a valid header name`;
    throw templateError(
      run.renderer.fault(field, label, 'header', reason, 'Header names are letters, digits and hyphens.'),
    );
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const control = /[\x00-\x08\x0a-\x1f\x7f]/.exec(value);
  if (control) {
    const code = control[0].charCodeAt(0);
    const named = new Map([
      [0x0d, 'a carriage return (CR)'],
      [0x0a, 'a line feed (LF)'],
      [0x00, 'a NUL'],
    ]).get(code);
    const reason = `the header value holds ${named ?? `the control character U+${code.toString(16).padStart(4, '0')}`}`;
    const advice = 'Remove it in the template, for example with `| trim` or `| replace`.';
    throw templateError(run.renderer.fault(field, label, 'header', reason, advice));
  }
}

export function renderQuery(definition: RequestDefinition, run: RunContext): Pair[] {
  return definition.queryParameters.map((row, index) => [
    row.key.value,
    renderValue(row, `query_parameters[${index}].value (${row.key.value})`, run),
  ]);
}

const renderValue = (row: Row, label: string, run: RunContext): string =>
  row.value ? run.renderer.render(row.value, label, 'value', run.contexts.of('value')) : '';

/** A field that is absent or holds white space only has no effect. */
export const isBlank = (field: TextField | null): boolean => field === null || field.value.trim() === '';

/** What stands in an Authorization header is a credential wherever it came from. */
function collectCredential(name: string, value: string, run: RunContext): void {
  if (!/^(proxy-)?authorization$/i.test(name)) return;
  const credential = /^\S+\s+(\S.*)$/.exec(value)?.[1] ?? value;
  const isLiteralCall = /\{\{ get_(secret|variable)\('/.test(credential);
  if (credential.length >= 8 && !isLiteralCall) run.secrets.add(credential);
}

/** Renders what a request is made of, and holds each part against the platform's rules. platform.md sections 2 and 5. */
import type { TextField } from '../registry/model.js';
import { oncePer } from '../text/once.js';
import { isConnectionHeader } from './exchange.js';
import { refusedValue, templateError } from './failure.js';
import type { MergedValue } from './merge.js';
import type { RunContext } from './run-context.js';
import type { SecretCollector } from './settings.js';
import { type AcceptedUrl, checkUrl, isRefused } from './url-policy.js';
import { checkUrlTemplate } from './url-template.js';

export type Pair = readonly [name: string, value: string];

const originFault = oncePer((field: TextField) => checkUrlTemplate(field.value));

/** @throws {StepError} where the template fails or the URL that it renders to breaks the URL rules */
export function renderUrl(field: TextField, label: string, run: RunContext): AcceptedUrl {
  const illegal = originFault(field);
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

/**
 * Renders headers; the later of two rows with one name (in any case) replaces the earlier.
 * @param owner the step that warnings name; null in a simple connector
 */
export function renderHeaders(values: readonly MergedValue[], owner: string | null, run: RunContext): Pair[] {
  const headers = new Map<string, Pair>();
  for (const each of values) {
    const name = each.key;
    if (isConnectionHeader(name)) {
      run.warn('header-not-sent', `the header '${name}' belongs to the connection; it is not sent`, owner);
      continue;
    }
    headers.set(name.toLowerCase(), [name, renderHeader(each, run)]);
  }
  return [...headers.values()];
}

function renderHeader(each: MergedValue, run: RunContext): string {
  const name = each.key;
  const value = renderValue(each, headerLabel(each), run);
  const fault = unsendable(name, value);
  if (fault) {
    const field = each.from === 'registry' ? (each.row.value ?? each.row.key) : null;
    throw field
      ? templateError(run.renderer.fault(field, headerLabel(each), 'header', fault.reason, fault.advice))
      : refusedValue(`header ${name} of the call: ${fault.reason}`, fault.advice);
  }
  collectCredential(name, value, run.secrets);
  return value;
}

export const headerLabel = (each: MergedValue): string =>
  each.from === 'registry' ? `headers[${each.index}].value (${each.key})` : `headers (${each.key})`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
export const unsendableCharacter = /[\x00-\x08\x0a-\x1f\x7f]/;

/** A header value may hold neither line breaks nor other control characters. */
export function unsendable(name: string, value: string): { reason: string; advice: string } | null {
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) {
    return {
      reason: `'${name}' is not a valid header name`,
      advice: 'Header names are letters, digits and hyphens.',
    };
  }
  const control = unsendableCharacter.exec(value);
  if (!control) return null;
  const code = control[0].charCodeAt(0);
  const named = new Map([
    [0x0d, 'a carriage return (CR)'],
    [0x0a, 'a line feed (LF)'],
    [0x00, 'a NUL'],
  ]).get(code);
  return {
    reason: `the header value holds ${named ?? `the control character U+${code.toString(16).padStart(4, '0')}`}`,
    advice: 'Remove it in the template, for example with `| trim` or `| replace`.',
  };
}

export const renderQuery = (values: readonly MergedValue[], run: RunContext): Pair[] =>
  values.map((each) => [each.key, renderValue(each, queryLabel(each), run)]);

export const queryLabel = (each: MergedValue): string =>
  each.from === 'registry'
    ? `query_parameters[${each.index}].value (${each.key})`
    : `query_parameters (${each.key})`;

/** What the caller sends is never a template. */
function renderValue(each: MergedValue, label: string, run: RunContext): string {
  if (each.from === 'caller') return each.value;
  const { value } = each.row;
  return value ? run.renderer.render(value, label, 'value', run.contexts.of('value')) : '';
}

/** A field that is absent or holds white space only has no effect. */
export const isBlank = (field: TextField | null): boolean => field === null || field.value.trim() === '';

/** What stands in an Authorization header is a credential wherever it came from. */
export function collectCredential(name: string, value: string, secrets: SecretCollector): void {
  if (!/^(proxy-)?authorization$/i.test(name)) return;
  const credential = /^\S+\s+(\S.*)$/.exec(value)?.[1] ?? value;
  const isLiteralCall = /\{\{ get_(secret|variable)\('/.test(credential);
  if (credential.length >= 8 && !isLiteralCall) secrets.add(credential);
}

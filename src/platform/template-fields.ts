/** The fields of a request that are templates. */
import type { ConfigValue, RequestDefinition, Row, TextField } from '../registry/model.js';
import type { FieldGroup } from './fields.js';

/** A field that is a template, and how people call it. */
export interface LabelledField {
  readonly field: TextField;
  readonly label: string;
  readonly group: FieldGroup;
}

/**
 * Every field of a request that the platform renders, nested values of its authentication included, in the order of the
 * model. platform.md section 4.
 */
export function templateFields(request: RequestDefinition): readonly LabelledField[] {
  const { url, headers, queryParameters, authentication, requestBody, responseBody } = request;
  const found: LabelledField[] = [];
  if (url) found.push({ field: url, label: 'url', group: 'url' });
  addRows('headers', headers, found);
  addRows('query_parameters', queryParameters, found);
  for (const [name, value] of authentication?.config ?? []) addConfigFields(name, value, found);
  if (requestBody) found.push({ field: requestBody, label: 'request_body', group: 'request_body' });
  if (responseBody) found.push({ field: responseBody, label: 'response_body', group: 'response_body' });
  return found;
}

/** Labels are put together when a finding asks for one: nearly none ever does. */
class RowValue implements LabelledField {
  readonly group = 'value';
  constructor(
    readonly field: TextField,
    private readonly rows: string,
    private readonly index: number,
    private readonly key: TextField,
  ) {}

  get label(): string {
    return `${this.rows}[${this.index}].value (${this.key.value})`;
  }
}

class ConfigText implements LabelledField {
  readonly group = 'value';
  constructor(
    readonly field: TextField,
    private readonly path: string,
  ) {}

  get label(): string {
    return `authentication.config.${this.path}`;
  }
}

function addRows(name: string, rows: readonly Row[], found: LabelledField[]): void {
  for (let index = 0; index < rows.length; index += 1) {
    const { key, value } = rows[index] as Row;
    if (value) found.push(new RowValue(value, name, index, key));
  }
}

function addConfigFields(name: string, value: ConfigValue, found: LabelledField[]): void {
  if (value.kind === 'text') {
    found.push(new ConfigText(value.field, name));
    return;
  }
  // A hostile registry may nest deeper than calls can, and have more items than a call has room for arguments.
  const pending: { path: string; value: ConfigValue }[] = [{ path: name, value }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { path, value: current } = next;
    if (current.kind === 'text') {
      found.push(new ConfigText(current.field, path));
    } else if (current.kind === 'array') {
      const items = current.items.map((item, at) => ({ path: `${path}[${at}]`, value: item }));
      for (const item of items.reverse()) pending.push(item);
    } else if (current.kind === 'object') {
      const items = [...current.entries].map(([key, item]) => ({ path: `${path}.${key}`, value: item }));
      for (const item of items.reverse()) pending.push(item);
    }
  }
}

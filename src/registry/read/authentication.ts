import { suggest } from '../../text/suggest.js';
import type { JsonObject, JsonString } from '../json/nodes.js';
import { Authentication, type ConfigValue } from '../model.js';
import {
  authenticationRules,
  authenticationTypes,
  configRules,
  typeMisnomers,
} from '../rules/authentication-fields.js';
import { readFields } from './fields.js';
import { isNode, type Located, LocatedIn, type Reader } from './reader.js';
import { quote } from './words.js';

/** Null where there is none, or none that has a type. */
export function readAuthentication(reader: Reader, at: Located | undefined): Authentication | null {
  if (!isNode(at, 'object')) return null;
  const written = at.node.members.findLast(({ key }) => key.value === 'type')?.value;
  const fields = readFields(
    reader,
    at,
    authenticationRules(written?.type === 'string' ? written.value : undefined),
  );
  const type = fields.get('type');
  if (!isNode(type, 'string')) return null;
  const config = fields.get('config');
  checkType(reader, type);
  const rules = configRules.get(type.node.value);
  if (rules && isNode(config, 'object')) readFields(reader, config, rules);
  return new Authentication(
    reader.text(type),
    isNode(config, 'object') ? readEntries(reader, config) : new Map(),
    { start: at.node.start, end: at.node.end },
    at.pointer,
    isNode(config, 'object') ? { start: config.node.start, end: config.node.end } : null,
  );
}

function checkType(reader: Reader, type: Located<JsonString>): void {
  const { value } = type.node;
  if (value === 'apikey') {
    const message = 'The type `apikey` is deprecated; it is called `api_key`.';
    const finding = { code: 'deprecated-authentication-type', severity: 'warning' } as const;
    reader.report(type, { ...finding, message, suggestion: 'api_key', replacement: '"api_key"' });
  }
  if (configRules.has(value)) return;
  const suggestion = typeMisnomers.get(value) ?? suggest(value, authenticationTypes);
  const advice = 'Set the Authorization header under `headers` instead.';
  const message = `${quote(value)} is no type of authentication; the types are ${authenticationTypes.join(', ')}.`;
  reader.report(type, {
    code: 'unknown-authentication-type',
    message,
    ...(/^(basic|bearer)/i.test(value) ? { advice } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function readEntries(
  reader: Reader,
  { node, pointer, owner }: Located<JsonObject>,
): Map<string, ConfigValue> {
  return new Map(
    node.members.map(({ key, value }) => [
      key.value,
      readValue(reader, new LocatedIn(value, pointer, key.value, owner)),
    ]),
  );
}

function readValue(reader: Reader, at: LocatedIn): ConfigValue {
  const { node, parent, key, owner } = at;
  if (node.type === 'string') return { kind: 'text', field: reader.text({ node, parent, key }) };
  const { pointer } = at;
  const place = { span: { start: node.start, end: node.end }, pointer };
  switch (node.type) {
    case 'number':
      return { kind: 'number', source: node.source, ...place };
    case 'boolean':
      return { kind: 'boolean', value: node.value, ...place };
    case 'null':
      return { kind: 'null', ...place };
    case 'array':
      return {
        kind: 'array',
        items: node.items.map((item, index) => readValue(reader, new LocatedIn(item, pointer, index, owner))),
        ...place,
      };
    case 'object':
      return { kind: 'object', entries: readEntries(reader, { node, pointer, owner }), ...place };
  }
}

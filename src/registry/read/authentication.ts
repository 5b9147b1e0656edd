import { suggest } from '../../text/suggest.js';
import type { JsonNode, JsonObject, JsonString } from '../json/nodes.js';
import { Authentication, type ConfigValue } from '../model.js';
import {
  authenticationRules,
  authenticationTypes,
  configRules,
  typeMisnomers,
} from '../rules/authentication-fields.js';
import { quote, readFields } from './fields.js';
import { childPointer, isNode, type Located, type Reader } from './reader.js';

/** Null where there is none, or none that has a type. */
export function readAuthentication(reader: Reader, at: Located | undefined): Authentication | null {
  if (!isNode(at, 'object')) return null;
  const fields = readFields(reader, at, authenticationRules);
  const type = fields.get('type');
  if (!isNode(type, 'string')) return null;
  const config = fields.get('config');
  checkType(reader, type);
  checkConfig(reader, at, type.node.value, isNode(config, 'object') ? config : undefined);
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
    reader.report(type, { ...finding, message, suggestion: 'api_key' });
  }
  if (configRules.has(value)) return;
  const suggestion = typeMisnomers.get(value) ?? suggest(value, authenticationTypes);
  const advice = /^(basic|bearer)/i.test(value)
    ? ' Set the Authorization header under `headers` instead.'
    : '';
  const message = `${quote(value)} is no type of authentication; the types are ${authenticationTypes.join(', ')}.${advice}`;
  reader.report(type, {
    code: 'unknown-authentication-type',
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function checkConfig(
  reader: Reader,
  at: Located<JsonObject>,
  type: string,
  config: Located<JsonObject> | undefined,
): void {
  const rules = configRules.get(type);
  if (!rules) return;
  if (config) {
    readFields(reader, config, rules);
    return;
  }
  const needed = [...rules.fields].filter(([, rule]) => rule.required).map(([name]) => `\`${name}\``);
  const isPresent = at.node.members.some(({ key }) => key.value === 'config');
  if (needed.length === 0 || isPresent) return;
  const message = `Authentication of type \`${type}\` must have \`config\` with ${needed.join(', ')}.`;
  reader.report(at, { code: 'missing-field', message });
}

function readEntries(
  reader: Reader,
  { node, pointer, owner }: Located<JsonObject>,
): Map<string, ConfigValue> {
  return new Map(
    node.members.map(({ key, value }) => [
      key.value,
      readValue(reader, { node: value, pointer: childPointer(pointer, key.value), owner }),
    ]),
  );
}

function readValue(reader: Reader, at: Located<JsonNode>): ConfigValue {
  const { node, pointer, owner } = at;
  const place = { span: { start: node.start, end: node.end }, pointer };
  switch (node.type) {
    case 'string':
      return { kind: 'text', field: reader.text({ node, pointer, owner }) };
    case 'number':
      return { kind: 'number', source: node.source, ...place };
    case 'boolean':
      return { kind: 'boolean', value: node.value, ...place };
    case 'null':
      return { kind: 'null', ...place };
    case 'array':
      return {
        kind: 'array',
        items: node.items.map((item, index) =>
          readValue(reader, { node: item, pointer: childPointer(pointer, index), owner }),
        ),
        ...place,
      };
    case 'object':
      return { kind: 'object', entries: readEntries(reader, { node, pointer, owner }), ...place };
  }
}

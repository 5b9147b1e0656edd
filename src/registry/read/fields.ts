import { suggest } from '../../text/suggest.js';
import type { JsonMember, JsonNode, JsonObject, JsonString } from '../json/nodes.js';
import type { FieldRule, ObjectRules, Shape } from '../rules/field-rule.js';
import { childPointer, isNode, type Located, type Reader } from './reader.js';

/** The fields of an object that have the type they should, by name. */
export type Fields = ReadonlyMap<string, Located>;

/** Reads an object by its table of rules: reports whatever breaks one, and returns what can be worked with. */
export function readFields(reader: Reader, object: Located<JsonObject>, rules: ObjectRules): Fields {
  const { node, pointer, owner } = object;
  const found = new Map<string, Located>();
  const faulty = new Set<string>();
  for (const { key, value } of lastMembers(node)) {
    const rule = rules.fields.get(key.value);
    if (!rule) {
      reportUnknown(reader, object, key, rules);
    } else if (rule.forbidden !== undefined) {
      reader.reportKey(object, key, { code: 'misplaced-field', message: rule.forbidden });
    } else {
      const located = { node: value, pointer: childPointer(pointer, key.value), owner };
      if (!checkType(reader, located, key.value, rule)) {
        faulty.add(key.value);
        continue;
      }
      found.set(key.value, located);
      if (value.type === 'string') checkText(reader, { ...located, node: value }, key.value, rule);
    }
  }
  for (const [name, rule] of rules.fields) {
    if (rule.required && !found.has(name) && !faulty.has(name)) reportMissing(reader, object, name, rules);
  }
  return found;
}

/** Of a repeated key the last counts, for the platform's parser as for this one. */
function lastMembers({ members, repeatsKeys }: JsonObject): Iterable<JsonMember> {
  return repeatsKeys ? new Map(members.map((member) => [member.key.value, member])).values() : members;
}

/** The text of a field, or null where it is absent. */
export function textOf(reader: Reader, fields: Fields, name: string): ReturnType<Reader['text']> | null {
  const located = fields.get(name);
  return isNode(located, 'string') ? reader.text(located) : null;
}

const shapes: Record<Shape, { types: readonly JsonNode['type'][]; says: string }> = {
  text: { types: ['string'], says: 'a string' },
  boolean: { types: ['boolean'], says: 'true or false' },
  array: { types: ['array'], says: 'an array' },
  object: { types: ['object'], says: 'an object' },
  'flexible-number': { types: ['number', 'string'], says: 'a number' },
};

const typeNames: Record<JsonNode['type'], string> = {
  object: 'an object',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

export const describeType = (node: JsonNode): string =>
  node.type === 'boolean' ? String(node.value) : typeNames[node.type];

function checkType(reader: Reader, at: Located, name: string, rule: FieldRule): boolean {
  const { types, says } = shapes[rule.shape];
  if (types.includes(at.node.type)) return true;
  if (at.node.type === 'null') {
    const instead = rule.required ? '' : ' To leave it out, remove the field.';
    reader.report(at, { code: 'null-value', message: `\`${name}\` must be ${says}, not null.${instead}` });
  } else {
    reader.report(at, {
      code: 'wrong-type',
      message: `\`${name}\` must be ${says}, not ${describeType(at.node)}.`,
    });
  }
  return false;
}

function checkText(reader: Reader, at: Located<JsonString>, name: string, rule: FieldRule): void {
  const { value } = at.node;
  const length =
    value.length < (rule.min ?? 0) || value.length > (rule.max ?? Infinity) ? codePoints(value) : undefined;
  if (length !== undefined && length < (rule.min ?? 0)) {
    reader.report(at, { code: 'too-short', message: `\`${name}\` must not be empty.` });
  } else if (length !== undefined && length > (rule.max ?? Infinity)) {
    const message = `\`${name}\` may have at most ${rule.max} characters, and has ${length}.`;
    reader.report(at, { code: 'too-long', message });
  } else if (rule.pattern && !rule.pattern.expression.test(value)) {
    reader.report(at, { code: rule.pattern.code, message: `\`${name}\` ${rule.pattern.says}.` });
  } else if (rule.oneOf && !rule.oneOf.values.includes(value)) {
    if (rule.oneOf.templated && /\{[{%]/.test(value)) return;
    const { code, values } = rule.oneOf;
    const suggestion = suggest(value, values);
    const message = `\`${name}\` must be one of ${values.join(', ')}, not ${quote(value)}.`;
    reader.report(at, { code, message, ...(suggestion === undefined ? {} : { suggestion }) });
  }
}

function reportUnknown(
  reader: Reader,
  object: Located<JsonObject>,
  key: JsonString,
  rules: ObjectRules,
): void {
  const elsewhere = rules.elsewhere.get(key.value);
  if (elsewhere !== undefined) {
    const message = `${elsewhere} The platform ignores it here.`;
    reader.reportKey(object, key, { code: 'misplaced-field', severity: 'warning', message });
    return;
  }
  // Suggestions cost time, and a full list has no room for them.
  const allowed = reader.problems.isFull
    ? []
    : [...rules.fields].filter(([, rule]) => rule.forbidden === undefined).map(([name]) => name);
  const suggestion = rules.misnomers.get(key.value) ?? suggest(key.value, allowed);
  const forbidden = suggestion === undefined ? undefined : rules.fields.get(suggestion)?.forbidden;
  const message = `${quote(key.value)} is no field of ${rules.what}; the platform ignores it.`;
  const finding = { code: 'unknown-field', severity: 'warning' } as const;
  if (forbidden !== undefined)
    reader.reportKey(object, key, { ...finding, message: `${message} ${forbidden}` });
  else
    reader.reportKey(object, key, {
      ...finding,
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
}

function reportMissing(reader: Reader, object: Located<JsonObject>, name: string, rules: ObjectRules): void {
  const written = object.node.members.find(({ key }) => rules.misnomers.get(key.value) === name);
  const instead = written ? ` It has ${quote(written.key.value)} instead.` : '';
  const what = rules.what.slice(0, 1).toUpperCase() + rules.what.slice(1);
  reader.report(object, { code: 'missing-field', message: `${what} must have \`${name}\`.${instead}` });
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** A value in a message: bounded, on one line. */
export function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return JSON.stringify(short);
}

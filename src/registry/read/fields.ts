import { oncePer } from '../../text/once.js';
import { suggest } from '../../text/suggest.js';
import type { JsonMember, JsonObject, JsonString } from '../json/nodes.js';
import { type FieldRule, type ObjectRules, templateMark } from '../rules/field-rule.js';
import { isNode, type Located, LocatedIn, type Reader } from './reader.js';
import { reportUnknown } from './unknown-fields.js';
import { describeType, quote, shapes } from './words.js';

/** The fields of an object that have the type they should, by name. */
export type Fields = ReadonlyMap<string, LocatedIn>;

/** Reads an object by its table of rules: reports whatever breaks one, and returns what can be worked with. */
export function readFields(reader: Reader, object: Located<JsonObject>, rules: ObjectRules): Fields {
  const { node, pointer, owner } = object;
  const found = new Map<string, LocatedIn>();
  // Nearly no object has any: what every object would need one of is made for those that do.
  let faulty: Set<string> | undefined;
  const unknown: JsonMember[] = [];
  for (const member of lastMembers(node)) {
    const { key, value } = member;
    const rule = rules.fields.get(key.value);
    if (!rule) {
      unknown.push(member);
    } else if (rule.forbidden !== undefined) {
      reader.reportKey(object, key, { code: 'misplaced-field', message: rule.forbidden });
    } else {
      const located = new LocatedIn(value, pointer, key.value, owner);
      if (!checkType(reader, located, key.value, rule)) {
        faulty ??= new Set();
        faulty.add(key.value);
        continue;
      }
      found.set(key.value, located);
      if (isNode(located, 'string')) checkText(reader, located, key.value, rule);
    }
  }
  const isAbsent = (name: string): boolean => !found.has(name) && !faulty?.has(name);
  const missing = requiredBy(rules).filter(isAbsent);
  const { atLeastOne } = rules;
  const alternatives = atLeastOne?.fields.every(isAbsent) ? atLeastOne.fields : [];
  if (unknown.length + missing.length + alternatives.length === 0) return found;
  const explained = reportUnknown(reader, object, unknown, { rules, missing: [...missing, ...alternatives] });
  for (const name of missing) if (!explained.has(name)) reportMissing(reader, object, name, rules);
  if (atLeastOne && alternatives.length > 0 && !alternatives.some((name) => explained.has(name))) {
    reader.report(object, { code: atLeastOne.code, message: atLeastOne.says });
  }
  return found;
}

const requiredBy = oncePer(({ fields }: ObjectRules): readonly string[] =>
  [...fields].flatMap(([name, { required }]) => (required ? [name] : [])),
);

/** Of a repeated key the last counts, for the platform's parser as for this one. */
function lastMembers({ members, repeatsKeys }: JsonObject): Iterable<JsonMember> {
  return repeatsKeys ? new Map(members.map((member) => [member.key.value, member])).values() : members;
}

/** The text of a field, or null where it is absent. */
export function textOf(reader: Reader, fields: Fields, name: string): ReturnType<Reader['text']> | null {
  const located = fields.get(name);
  return isNode(located, 'string') ? reader.text(located) : null;
}

function checkType(reader: Reader, at: Located, name: string, rule: FieldRule): boolean {
  const { types, says } = shapes[rule.shape];
  if (types.includes(at.node.type)) return true;
  const message = `\`${name}\` must be ${says}, not ${describeType(at.node)}.`;
  if (at.node.type === 'null') {
    const advice = rule.required ? {} : { advice: 'To leave it out, remove the field.' };
    reader.report(at, { code: 'null-value', message, ...advice });
  } else {
    reader.report(at, { code: 'wrong-type', message });
  }
  return false;
}

function checkText(reader: Reader, at: Located<JsonString>, name: string, rule: FieldRule): void {
  const { value } = at.node;
  const { min = 0, max = Infinity, pattern, oneOf } = rule;
  const length = value.length < min || value.length > max ? codePoints(value) : undefined;
  if (length !== undefined && length < min) {
    reader.report(at, { code: 'too-short', message: `\`${name}\` must not be empty.` });
  } else if (length !== undefined && length > max) {
    const message = `\`${name}\` may have at most ${max} characters, and has ${length}.`;
    reader.report(at, { code: 'too-long', message });
  } else if (pattern && !pattern.expression.test(value)) {
    const suggestion = pattern.repair?.(value) ?? '';
    const message = `\`${name}\` ${pattern.says}.`;
    reader.report(at, { code: pattern.code, message, ...(suggestion === '' ? {} : { suggestion }) });
  } else if (oneOf && !oneOf.values.includes(value)) {
    if (!oneOf.templated || !templateMark.test(value)) reportForeignValue(reader, at, name, oneOf);
  }
}

function reportForeignValue(
  reader: Reader,
  at: Located<JsonString>,
  name: string,
  { code, values }: NonNullable<FieldRule['oneOf']>,
): void {
  const { value } = at.node;
  const suggestion = suggest(value, values);
  const sameLetters = values.find((other) => other.toLowerCase() === value.toLowerCase());
  const message = `\`${name}\` must be one of ${values.join(', ')}, not ${quote(value)}.`;
  reader.report(at, {
    code,
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(sameLetters === undefined ? {} : { replacement: JSON.stringify(sameLetters) }),
  });
}

function reportMissing(reader: Reader, object: Located<JsonObject>, name: string, rules: ObjectRules): void {
  const what = rules.what.slice(0, 1).toUpperCase() + rules.what.slice(1);
  const inside = (rules.fields.get(name)?.holding ?? []).map((field) => `\`${field}\``).join(', ');
  const message = `${what} must have \`${name}\`${inside === '' ? '' : ` with ${inside}`}.`;
  reader.report(object, { code: 'missing-field', message });
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

import { suggest } from '../../text/suggest.js';
import type { JsonMember, JsonObject, JsonString } from '../json/nodes.js';
import type { Elsewhere, ObjectRules } from '../rules/field-rule.js';

import type { Located, Reader } from './reader.js';
import { quote, shapes } from './words.js';

/**
 * Reports the members of an object that its table does not name.
 * @param missing required fields that are not there
 * @returns those of `missing` whose absence a reported member explains: one mistake is one problem
 */
export function reportUnknown(
  reader: Reader,
  object: Located<JsonObject>,
  members: readonly JsonMember[],
  { rules, missing }: { rules: ObjectRules; missing: readonly string[] },
): ReadonlySet<string> {
  const misplaced = members.filter(({ key }) => rules.elsewhere.has(key.value));
  const explained = reportMisplaced(
    reader,
    object,
    misplaced.map(({ key }) => key),
    { rules, missing },
  );
  const strangers = members
    .filter(({ key }) => !rules.elsewhere.has(key.value))
    .map((member) => ({ member, meant: meantField(reader, member.key.value, rules) }));
  const rivals = new Map<string | undefined, number>();
  for (const { meant } of strangers) rivals.set(meant, (rivals.get(meant) ?? 0) + 1);
  for (const { member, meant } of strangers) {
    const isMissing = meant !== undefined && missing.includes(meant) && !explained.has(meant);
    if (isMissing) explained.add(meant);
    reportStranger(reader, object, member, { rules, meant, isMissing, isAlone: rivals.get(meant) === 1 });
  }
  return explained;
}

/** Fields of other objects. Those that stand for a field that is missing are one problem together. */
function reportMisplaced(
  reader: Reader,
  object: Located<JsonObject>,
  keys: readonly JsonString[],
  { rules, missing }: { rules: ObjectRules; missing: readonly string[] },
): Set<string> {
  const instead = new Map<string, { says: Elsewhere['says']; keys: JsonString[] }>();
  for (const key of keys) {
    const elsewhere = rules.elsewhere.get(key.value);
    if (!elsewhere) continue;
    const { says, insteadOf } = elsewhere;
    if (insteadOf === undefined || !missing.includes(insteadOf)) {
      const message = says([key.value]);
      const finding = { code: 'misplaced-field', severity: 'warning', message } as const;
      reader.reportKey(object, key, { ...finding, advice: 'The platform ignores it here.' });
      continue;
    }
    const group = instead.get(insteadOf) ?? { says, keys: [] };
    group.keys.push(key);
    instead.set(insteadOf, group);
  }
  for (const { says, keys: together } of instead.values()) {
    const [first] = together;
    const message = says(together.map(({ value }) => value));
    if (first) reader.reportKey(object, first, { code: 'misplaced-field', message });
  }
  return new Set(instead.keys());
}

function meantField(reader: Reader, name: string, { fields, misnomers }: ObjectRules): string | undefined {
  const known = misnomers.get(name);
  // Suggestions cost time, and a full list has no room for them.
  if (known !== undefined || reader.problems.isFull) return known;
  const allowed = [...fields].filter(([, rule]) => rule.forbidden === undefined).map(([field]) => field);
  return suggest(name, allowed);
}

interface Stranger {
  readonly rules: ObjectRules;
  readonly meant: string | undefined;
  /** The field that is meant is required, and not there. */
  readonly isMissing: boolean;
  /** No other member may mean the same field. */
  readonly isAlone: boolean;
}

function reportStranger(
  reader: Reader,
  object: Located<JsonObject>,
  { key, value }: JsonMember,
  { rules, meant, isMissing, isAlone }: Stranger,
): void {
  const rule = meant === undefined ? undefined : rules.fields.get(meant);
  const message = `${quote(key.value)} is no field of ${rules.what}; ${
    isMissing ? `it must have \`${meant}\`` : 'the platform ignores it'
  }.`;
  const isPresent = object.node.members.some((other) => other.key.value === meant);
  // A new permalink deletes the connector of the old one: nobody should get that unasked.
  const isSafe = isAlone && !isPresent && meant !== 'permalink';
  reader.reportKey(object, key, {
    code: 'unknown-field',
    severity: isMissing ? 'error' : 'warning',
    message,
    ...(rule?.forbidden === undefined ? {} : { advice: rule.forbidden }),
    ...(meant === undefined || rule?.forbidden !== undefined ? {} : { suggestion: meant }),
    ...(isSafe && rule && rule.forbidden === undefined && shapes[rule.shape].types.includes(value.type)
      ? { replacement: JSON.stringify(meant) }
      : {}),
  });
}

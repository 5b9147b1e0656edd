import type { ast } from '../../jinja/index.js';
import { type TypeMismatch, typeMismatches } from '../analysis/type-mismatches.js';
import type { Edit, Fix } from '../finding.js';
import { replaceWithin, within } from '../place.js';
import type { Rule, TemplateSite } from '../rule.js';

export const rule: Rule = {
  id: 'type-mismatch',
  severity: 'warning',
  summary: 'A comparison of text with a number',
  documentation: {
    why: "Python does not convert: `200 == '200'` is always false, and `'5' > 3` is an error, with which the call ends with status 422. A status is a number. Query parameters, path parameters, headers, bodies and the texts of `user` are text, whatever stands in them; `| int` makes a number of them.",
    wrong: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "response_body": "{% if response.status_code == '200' %}{{ response.body | safe }}{% else %}[]{% endif %}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "response_body": "{% if response.status_code == 200 %}{{ response.body | safe }}{% else %}[]{% endif %}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      if (!/[=<>]|\bin\b|\bis\b/.test(site.field.value)) return;
      for (const mismatch of typeMismatches(site)) {
        const { span, fails, type } = mismatch;
        const fix = fixOf(mismatch, site);
        report({
          at: within(site.field, span),
          message: messageOf(mismatch, site.field.value),
          hint: type === 'number' ? 'Write the number without quotes.' : hintForText(mismatch),
          ...(fails && { severity: 'error' }),
          ...(fix && { fix }),
        });
      }
    },
  },
};

const names = { text: 'text', number: 'a number', boolean: 'a boolean' };

function messageOf(
  { value, type, operator, span, literalType, fails }: TypeMismatch,
  source: string,
): string {
  const cut = (part: { readonly start: number; readonly end: number }) => source.slice(part.start, part.end);
  const own = `\`${cut(value.span)}\` is ${names[type]}`;
  const other = `\`${cut(span)}\``;
  if (fails)
    return `${own}, and \`${operator}\` fails where the other side is ${names[literalType]}: ${other}`;
  switch (operator) {
    case '!=':
      return `${own} and always differs from ${other}, which is ${names[literalType]}`;
    case 'in':
    case 'not in':
      return `${own} and is never equal to ${names[literalType]}: ${other}`;
    default:
      return `${own} and never equals ${other}, which is ${names[literalType]}`;
  }
}

function hintForText({ literalType, fails }: TypeMismatch): string {
  if (literalType === 'boolean') return "Compare it with a text, such as `'true'`.";
  return fails
    ? 'Make a number of it: `| int`.'
    : 'Write the literal in quotes, or make a number of the text: `| int`.';
}

const tight: ReadonlySet<ast.Expression['kind']> = new Set([
  'Name',
  'GetAttribute',
  'GetItem',
  'Call',
  'Filter',
]);

function fixOf(
  { value, type, literals, literalType, fails, operator }: TypeMismatch,
  site: TemplateSite,
): Fix | null {
  const { field } = site;
  if (type === 'text' && fails) {
    if (literalType !== 'number' || operator === 'in' || operator === 'not in' || !tight.has(value.kind))
      return null;
    const { end } = value.span;
    return { does: 'make a number of it', edits: [replaceWithin(field, { start: end, end }, ' | int')] };
  }
  if (literalType === 'boolean' || (fails && (operator === 'in' || operator === 'not in'))) return null;
  const edits = literals.map((literal): Edit | null => {
    const text = field.value.slice(literal.span.start, literal.span.end);
    if (type === 'number')
      return numeral.test(text) ? replaceWithin(field, literal.span, text.slice(1, -1)) : null;
    return literal.kind === 'Const' ? replaceWithin(field, literal.span, `'${text}'`) : null;
  });
  if (edits.includes(null)) return null;
  return {
    does: type === 'number' ? 'write the number without quotes' : 'write the literal in quotes',
    edits: edits as Edit[],
  };
}

const numeral = /^(['"])(?:0|[1-9]\d*)\1$/;

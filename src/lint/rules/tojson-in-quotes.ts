import type { ast } from '../../jinja/index.js';
import { type Definitions, definitionsOf, platformPath } from '../analysis/definitions.js';
import { quotedExpressions } from '../analysis/quoted-expressions.js';
import { namedTextKind } from '../analysis/text-values.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/** Numbers between quotes are JSON still, as are lists of them between other text. */
export const rule: Rule = {
  id: 'tojson-in-quotes',
  severity: 'error',
  summary: 'Quotes around a value that `tojson` has quoted already',
  documentation: {
    why: '`tojson` writes a text with its quotes. Between quotes of the template it ends the string at once, and the body is not JSON: `""Hello""`.',
    wrong: `{
  "connectors": [
    {
      "name": "Greet",
      "method": "POST",
      "url": "https://api.acme.io/greetings",
      "request_body": "{\\"name\\": \\"{{ user.first_name | tojson }}\\"}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Greet",
      "method": "POST",
      "url": "https://api.acme.io/greetings",
      "request_body": "{\\"name\\": {{ user.first_name | tojson }}}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field, analysis } = site;
      if (!analysis.filters.some(({ name }) => encoders.has(name))) return;
      const definitions = definitionsOf(site);
      for (const { node, quotes } of quotedExpressions(site)) {
        const encoder = encoderOf(node);
        if (!encoder?.target) continue;
        if (quotes ? isNumber(encoder.target, definitions) : !isText(encoder.target, definitions)) continue;
        report({
          at: within(field, encoder.nameSpan),
          message: `\`${encoder.name}\` writes its own quotes, and stands between others`,
          hint: quotes
            ? 'Remove the quotes around the expression.'
            : 'Make the whole string in one expression, joined with `~`, and encode that, without quotes around it.',
          ...(quotes && {
            fix: {
              does: 'remove the quotes around it',
              edits: quotes.map((quote) => replaceWithin(field, quote, '')),
            },
          }),
        });
      }
    },
  },
};

const encoders: ReadonlySet<string> = new Set(['tojson', 'json_encode']);

function encoderOf(node: ast.Expression): ast.Filter | null {
  if (node.kind !== 'Filter') return null;
  if (encoders.has(node.name)) return node;
  return node.name === 'safe' && node.target ? encoderOf(node.target) : null;
}

const isText = (node: ast.Expression, definitions: Definitions): boolean => {
  const value = definitions.resolve(node);
  if (value.kind === 'Const') return typeof value.value === 'string';
  return value.kind === 'Dict' || value.kind === 'Concat' || namedTextKind(value, definitions) === 'caller';
};

const numeric: ReadonlySet<string> = new Set(['int', 'float', 'length', 'count', 'round', 'abs', 'sum']);

/** What may well be a number, `true`, `false` or `null`, which stay JSON between quotes. */
function isNumber(node: ast.Expression, definitions: Definitions): boolean {
  const value = definitions.resolve(node);
  switch (value.kind) {
    case 'Const':
      return typeof value.value !== 'string';
    case 'Compare':
    case 'Not':
    case 'Test':
    case 'Unary':
      return true;
    case 'Binary':
      return value.operator !== '+';
    case 'Filter':
      return numeric.has(value.name);
    case 'Call':
      return value.callee.kind === 'Name' && value.callee.name === 'now';
    default: {
      const path = platformPath(value, definitions);
      return path?.at(-1) === 'status_code' || (value.kind === 'GetAttribute' && isLoop(value.target));
    }
  }
}

const isLoop = (node: ast.Expression): boolean => node.kind === 'Name' && node.name === 'loop';

import { knownCredentials } from '../../text/credentials/formats.js';
import { namedPairs } from '../../text/credentials/names.js';
import { literalTemplate, templateOf } from '../template-text.js';
import type { Substitutions } from './shell/substitutions.js';

/**
 * The template that prints the body; null where there is none. Templates of a body see neither secrets nor variables (platform.md
 * section 4), so that a credential has no place in it.
 */
export function requestBody(
  body: string | null,
  substitutions: Substitutions,
  notes: string[],
): string | null {
  if (body === null) return null;
  if (body === '') {
    notes.push('The body of the command is empty: what a widget sends as its payload goes out in its place.');
    return null;
  }
  const open = substitutions
    .split(body)
    .flatMap((piece) => (typeof piece === 'string' ? [] : [piece.written]));
  if (open.length > 0) {
    notes.push(
      `The body still holds ${[...new Set(open)].join(', ')}: templates of a body see neither secrets nor variables. Write the value, or take it from the caller, such as {{ (body_text | from_json).name | tojson }}.`,
    );
  }
  const text = withoutCredentials(substitutions.written(body), notes);
  // A body of nothing but white space would count as none.
  if (text.trim() !== '') return literalTemplate(text);
  return text === '' ? null : templateOf([{ expression: `'${text.replace(/[\n\r\t]/g, escaped)}'` }]);
}

const escaped = (character: string): string =>
  character === '\n' ? '\\n' : character === '\r' ? '\\r' : '\\t';

function withoutCredentials(text: string, notes: string[]): string {
  const found = [...knownCredentials(text), ...namedPairs({ value: text })].sort((a, b) => a.start - b.start);
  let kept = '';
  let end = 0;
  const left = new Set<string>();
  for (const each of found) {
    if (each.start < end) continue;
    kept += text.slice(end, each.start);
    end = each.end;
    left.add(each.what);
  }
  if (left.size === 0) return text;
  const isToken = /(?:^|&)grant_type=client_credentials(?:&|$)/.test(text);
  notes.push(
    `The body held ${[...left].join(' and ')}, which was left out: templates of a body see no secrets. ${
      isToken
        ? 'Connectors that need the token fetch it themselves, with `authentication` of type `oauth_client_credentials`.'
        : 'Send it in a header or an `authentication` block, if the API takes it there.'
    }`,
  );
  return kept + text.slice(end);
}

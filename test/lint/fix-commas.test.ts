/** Commas too many are mended although the file is no JSON with them; whatever else is wrong with its text is left alone. */
import { expect, it } from 'vitest';
import { fixRegistry } from '../../src/lint/fix.js';
import { rules } from '../../src/lint/rules/index.js';
import { lintSettings } from '../../src/lint/settings.js';
import { parseRegistry } from '../../src/registry/index.js';

const fixed = (text: string): string =>
  fixRegistry(parseRegistry(text, 'registry.json'), lintSettings(rules, [])).registry.file.text;

it('removes commas before a closing bracket, together with other fixes', () => {
  expect(fixed('{"connectors": [{"name": "A", "url": "https://api.acme.io/a", "method": "get",},],}')).toBe(
    '{"connectors": [{"name": "A", "url": "https://api.acme.io/a", "method": "GET"}]}',
  );
});

it.each([
  ['a comment', '{"connectors": [ /* none */ ],}'],
  ['a comma that is missing', '{"connectors": [{"name": "A" "url": "https://api.acme.io/a",}]}'],
])('changes nothing beside %s', (_, text) => {
  expect(fixed(text)).toBe(text);
});

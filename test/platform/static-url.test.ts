import { describe, expect, it } from 'vitest';
import { staticUrl } from '../../src/platform/static-url.js';

const variables = new Map([
  ['host', 'api.example.com'],
  ['base', 'https://base.example.com'],
  ['empty', ''],
]);

describe('staticUrl', () => {
  it.each([
    ['https://a.example.com', 'https://a.example.com'],
    ['https://a.example.com/x/{{ now() }}/y', 'https://a.example.com/x/'],
    ['https://a.example.com?q={{ now() }}', 'https://a.example.com?q='],
    ["https://{{ get_variable('host') }}/x", 'https://api.example.com/x'],
    ["{{ get_variable('base') }}/x", 'https://base.example.com/x'],
    ["https://{{ get_variable('none') | default('d.example.com') }}/x", 'https://d.example.com/x'],
    ["https://{{ get_variable('host') | default('d.example.com') }}/x", 'https://api.example.com/x'],
    ["https://{{ get_variable('empty') | default('d.example.com', true) }}/x", 'https://d.example.com/x'],
    ['{% set a = 1 %}https://a.example.com/{{ a }}', 'https://a.example.com/'],
    ['https://a.example.com/{% if true %}x{% endif %}', 'https://a.example.com/'],
  ])('%s', (template, known) => {
    expect(staticUrl(template, variables)).toEqual({ known });
  });

  it.each([
    ["https://{{ get_variable('none') }}/x", 'none'],
    ["{{ get_variable('none') }}/x", 'none'],
    ['https://{{ steps.a.body }}/x', null],
    ['https://a.{{ user.id }}', null],
    ['{% if true %}https://a.example.com{% endif %}/x', null],
    ['https://{{ broken', null],
  ])('%s cannot be told', (template, missingVariable) => {
    expect(staticUrl(template, variables)).toMatchObject({ missingVariable, reason: expect.any(String) });
  });

  it('an empty value is a value, unless the default says otherwise', () => {
    expect(staticUrl("https://{{ get_variable('empty') | default('d') }}/x", variables)).toEqual({
      known: 'https:///x',
    });
  });
});

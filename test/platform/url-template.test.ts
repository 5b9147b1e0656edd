import { expect, it } from 'vitest';
import { checkUrlTemplate } from '../../src/platform/url-template.js';

it.each([
  'https://api.example.com/{{ steps.a.body }}?x={{ user.id }}',
  "https://{{ get_variable('host') }}/x/{{ now() }}",
  "https://{{ get_variable('sub') }}.example.com:8443/x",
  "https://{{ get_variable('host') | default('api.example.com') }}/x",
  "https://{{ get_variable('host') | default('api.example.com', true) }}?q={{ 1 }}",
  "{{ get_variable('base') }}/path/{{ steps.a.body }}",
  "{{ get_variable('base') | default('https://api.example.com') }}/path",
  '{% set x = 1 %}https://api.example.com/{% if x %}a{% endif %}',
  'https://api.example.com/{{ broken',
])('lets %s pass', (template) => {
  expect(checkUrlTemplate(template)).toBeNull();
});

it.each([
  ['https://{{ user.id }}.example.com/', 'this expression may not stand in the host of a URL'],
  ["https://{{ get_variable('h') | upper }}/", 'this expression may not stand in the host of a URL'],
  [
    "https://{{ get_variable('h') | default(user.id) }}/",
    'this expression may not stand in the host of a URL',
  ],
  ["https://{{ get_variable('h', 1) }}/", 'this expression may not stand in the host of a URL'],
  ['https://{{ get_variable(user.id) }}/', 'this expression may not stand in the host of a URL'],
  [
    "https://{% if true %}{{ get_variable('h') }}{% endif %}/",
    'a block tag may not stand in the host of a URL',
  ],
  ["{{ get_variable('a') if true else 'b' }}/x", 'this expression may not stand in the protocol of a URL'],
  ["{{ 'https' }}://api.example.com/", 'this expression may not stand in the protocol of a URL'],
  ["{{ get_variable('p') }}://api.example.com/", 'a variable may not stand in the protocol of a URL'],
  [
    "{{ get_variable('b') | default('api.example.com') }}/x",
    'the default of a templated origin must begin with https://',
  ],
  ["https://api.example.com:{{ get_variable('port') }}/", 'the port of a URL cannot be templated'],
  ["https://a{{ get_variable('part') }}.example.com/", 'a variable stands for a part of a label of the host'],
  ["{{ get_variable('b') }}.example.com/", 'a variable may not stand in the protocol of a URL'],
  ["http{{ get_variable('s') }}://api.example.com/", 'a variable may not stand in the protocol of a URL'],
])('refuses %s', (template, reason) => {
  expect(checkUrlTemplate(template)?.reason).toBe(reason);
});

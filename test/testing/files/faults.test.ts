import { describe, expect, it } from 'vitest';
import { faultsOf, temporaryDirectory } from './support.js';

const directory = temporaryDirectory();
directory.write('broken.json', '{"id": 1,}');
directory.write('latin.json', Buffer.from([0x22, 0xe9, 0x22]));
directory.write('folder/x', '');

const one = (rest: string) => `connector: c\ncases:\n  - name: n\n    ${rest}\n`;
const mock = (rest: string) => one(`upstream: [{ ${rest} }]`);

/** Text of the file, and all that is said of it. */
const cases: [what: string, text: string, faults: string[]][] = [];
const add = (what: string, text: string, ...faults: string[]) => cases.push([what, text, faults]);

add('an empty file', '', '1:1 test-file-empty: The test file is empty. | It needs a list of `cases`.');
add(
  'comments alone',
  '# nothing yet\n\n',
  '1:1 test-file-empty: The test file is empty. | It needs a list of `cases`.',
);
add(
  'a list',
  '- name: x\n',
  '1:1 test-file-type: The test file must be a mapping of keys to values, not a list.',
);
add('text', 'hello\n', '1:1 test-file-type: The test file must be a mapping of keys to values, not text.');
add('no cases', 'connector: c\n', '1:1 test-file-missing-key: The test file must have `cases`.');
add(
  'an empty list of cases',
  'connector: c\ncases: []\n',
  '2:8 test-file-value: `cases` must have at least one item.',
);
add(
  'cases that are none',
  'connector: c\ncases:\n',
  '2:1 test-file-type: `cases` must be a list, not null (an empty value).',
);
add(
  'cases as a mapping',
  'connector: c\ncases:\n  first: {}\n',
  '3:3 test-file-type: `cases` must be a list, not a mapping.',
);
add(
  'an unknown key at the top',
  'conector: c\ncases: [{ name: x, connector: c }]\n',
  '1:1 test-file-unknown-key: Unknown key `conector` in the test file. | Did you mean `connector`?',
);
add(
  'an unknown key in a case',
  one('expects: { status: 200 }'),
  '4:5 test-file-unknown-key: Unknown key `expects` in `cases[0]`. | Did you mean `expect`?',
);
add(
  'an unknown key in a mock',
  mock('steps: contact, respond: {}'),
  '4:18 test-file-unknown-key: Unknown key `steps` in `cases[0].upstream[0]`. | Did you mean `step`?',
);
add(
  'an unknown key in an answer',
  mock('step: a, respond: { jsn: {} }'),
  '4:38 test-file-unknown-key: Unknown key `jsn` in `cases[0].upstream[0].respond`. | Did you mean `json`?',
);
add(
  'an unknown key in a list of answers',
  mock('step: a, respond: [{}, { delay: 3 }]'),
  '4:43 test-file-unknown-key: Unknown key `delay` in `cases[0].upstream[0].respond[1]`. | Did you mean `delayMs`?',
);
add(
  'an unknown key in what was sent',
  one('expect: { sent: [{ step: a, headrs: {} }] }'),
  '4:33 test-file-unknown-key: Unknown key `headrs` in `cases[0].expect.sent[0]`. | Did you mean `headers`?',
);
add(
  'several faults',
  'cases:\n  - nme: x\n  - name: y\n    only: maybe\n',
  '2:5 test-file-unknown-key: Unknown key `nme` in `cases[0]`. | Did you mean `name`?',
  '4:11 test-file-type: `cases[1].only` must be true or false, not text.',
);
add(
  'no connector',
  'cases:\n  - name: x\n  - name: y\n    connector: c\n',
  '2:5 test-file-missing-connector: Nothing says which connector this case calls. | Give `connector` in the case, or at the top of the file for all of them.',
);
add(
  'an empty name',
  'connector: c\ncases: [{ name: " " }]\n',
  '2:17 test-file-value: `cases[0].name` must not be empty.',
);
add(
  'no text as name',
  'connector: c\ncases: [{ name: true }]\n',
  '2:17 test-file-type: `cases[0].name` must be text, or a number, not true. | Put it in quotes: "true".',
);
add(
  'two cases of one name',
  'connector: c\ncases:\n  - name: x\n  - name: y\n  - name: x\n',
  '5:11 test-file-duplicate-name: Two cases have the name `x`: on line 3 and on line 5.',
);
add(
  'a kind that does not exist',
  one('kind: compound'),
  '4:11 test-file-value: `cases[0].kind` must be one of simple, composite.',
);
add(
  'a status as text',
  one('expect: { status: "200" }'),
  '4:23 test-file-type: `cases[0].expect.status` must be a whole number, not text.',
);
add(
  'a status out of range',
  one('expect: { status: 20 }'),
  '4:23 test-file-value: `cases[0].expect.status` must be >= 100.',
);
add(
  'a time that is none',
  one('now: 2026-02-30'),
  '4:10 test-file-time: This is no time. | Write it as Unix seconds or as an ISO 8601 time, 2026-01-02T03:04:05Z.',
);
add(
  'a secret that is no text',
  one('secrets: { api_key: 12345 }'),
  '4:25 test-file-type: `cases[0].secrets.api_key` must be text, not a number. | Put it in quotes.',
);
add(
  'a variable with a name that templates cannot name',
  one('variables: { portal-host: x }'),
  '4:18 test-file-name: `portal-host` cannot be a name in `cases[0].variables`. | Names are letters, digits and underscores, and begin with no digit.',
);
add(
  'a flag that is not allowed',
  one('expect: { body: /a/g }'),
  '4:21 test-file-pattern: The flags of a regular expression are i, m, s and u, each at most once, not `g`. | As text it would be written /^\\/a\\/g$/.',
);
add(
  'a pattern that is none',
  one('expect: { headers: { etag: "/(/" } }'),
  '4:32 test-file-pattern: This is no regular expression: Unterminated group. | As text it would be written /^\\/\\(\\/$/.',
);
add(
  'a URL that is relative',
  mock('url: /orders, respond: {}'),
  '4:23 test-file-url: This is no absolute URL. | Write the whole of it, https://api.example.com/orders, or a pattern: /\\/orders$/.',
);
add(
  'a parameter twice',
  mock('url: "https://a.example/?a=1", query: { a: 2 }, respond: {}'),
  '4:23 test-file-url: The query parameter `a` is given twice. | A parameter that is sent several times is described by a pattern of the whole URL: url: /.../.',
);
add(
  'a token and a step',
  mock('token: "https://a.example/t", step: s, respond: {}'),
  "4:48 test-file-condition: `token` and `step` exclude each other: a call is a token request or a step's. | Remove `step`, or make two of it.",
);
add(
  'a mock without an answer',
  mock('step: s'),
  '4:16 test-file-missing-key: `cases[0].upstream[0]` must have `respond`.',
);
add(
  'an answer that is text',
  mock('step: s, respond: hello'),
  '4:36 test-file-type: `cases[0].upstream[0].respond` must be a mapping of keys to values, or a list, not text.',
);
add(
  'no answer in a list',
  mock('step: s, respond: []'),
  '4:36 test-file-value: `cases[0].upstream[0].respond` must have at least one item.',
);
add(
  'two bodies',
  mock('step: s, respond: { json: 1, body: "1" }'),
  '4:47 test-file-answer: `json` and `body` exclude each other in an answer. | An answer has at most one of json, body, file, base64, networkError, timeout.',
);
add(
  'a status of a network error',
  mock('step: s, respond: { networkError: ECONNRESET, status: 200 }'),
  '4:64 test-file-answer: `status` has no meaning beside `networkError`: no answer comes.',
);
add(
  'a network error in small letters',
  mock('step: s, respond: { networkError: econnreset }'),
  '4:52 test-file-value: `cases[0].upstream[0].respond.networkError` must be a code in capitals, ECONNRESET for example.',
);
add(
  'times beside a list',
  mock('step: s, times: 2, respond: [{}, {}]'),
  '4:27 test-file-times: `times` cannot stand beside a list of answers. | Each answer of a list is for one call, the last one for every further call.',
);
add(
  'times of nothing',
  mock('step: s, times: 0, respond: {}'),
  '4:34 test-file-value: `cases[0].upstream[0].times` must be >= 1.',
);
add(
  'a header of two lines',
  mock('step: s, respond: { headers: { a: "b\\nc" } }'),
  '4:52 test-file-header: The header `a` cannot have a line break or NUL in its value. | Where YAML text goes over several lines, `>-` makes one of them.',
);
add(
  'a header twice',
  one('expect: { headers: { ETag: a, etag: b } }'),
  '4:35 test-file-header: The header `etag` stands here a second time; case makes no difference.',
);
add(
  'bytes that are no Base64',
  mock('step: s, respond: { base64: "%%" }'),
  '4:46 test-file-base64: This is no Base64.',
);
add(
  'a fixture that is not there',
  mock('step: s, respond: { file: orders.json }'),
  '4:44 test-file-fixture: The fixture `orders.json` does not exist. | Paths are relative to the test file: this is <dir>/orders.json.',
);
add(
  'a fixture that is a directory',
  mock('step: s, respond: { file: folder }'),
  '4:44 test-file-fixture: The fixture `folder` is a directory, not a file. | Paths are relative to the test file: this is <dir>/folder.',
);
add(
  'a fixture that is no JSON',
  mock('step: s, respond: { file: broken.json }'),
  '1:9 test-file-fixture: The fixture is not valid JSON: A comma stands before the end of the object; remove it. | Line 4 of <dir>/bad.connector-test.yaml names it; a fixture that is no JSON has another extension.',
);
add(
  'a fixture that is no UTF-8',
  mock('step: s, respond: { file: latin.json }'),
  '-:- test-file-fixture: The fixture is not UTF-8 text: byte 1 (counted from 0) is invalid. | Line 4 of <dir>/bad.connector-test.yaml names it; a fixture that is no JSON has another extension.',
);
add(
  'a key twice',
  'connector: c\nconnector: d\ncases: [{ name: x }]\n',
  '2:1 test-file-duplicate-key: The key `connector` stands here a second time; the first is on line 1.',
);
add(
  'two documents',
  'connector: c\ncases: [{ name: x }]\n---\nconnector: d\n',
  '3:1 test-file-syntax: A second YAML document begins here; a test file is one document. | Remove the line ---, or make it a file of its own.',
);
add(
  'a tab',
  'connector: c\ncases:\n\t- name: x\n',
  '3:1 test-file-syntax: Not valid YAML: A tab stands where YAML wants spaces. | Indent with spaces.',
);
add(
  'a quote that is not closed',
  'connector: "c\ncases: []\n',
  '1:12 test-file-syntax: Not valid YAML: This double quote is never closed.',
);
add(
  'a bracket that is not closed',
  'connector: c\ncases: [{ name: x }\n',
  '2:9 test-file-syntax: Not valid YAML: This bracket is never closed, or what it holds stands too far left.',
);
add(
  'a colon that is missing',
  'connector c\ncases: []\n',
  '1:1 test-file-syntax: Not valid YAML: This key goes over several lines. | A colon may be missing behind it, or the next line is indented too far.',
);
add(
  'a key behind a value',
  'connector: c: d\n',
  '1:12 test-file-syntax: Not valid YAML: A second key stands where a value is expected. | Put text with a colon and a space in quotes, and keys of one mapping below each other.',
);
add(
  'an unknown tag',
  'connector: !secret c\ncases: []\n',
  '1:12 test-file-syntax: A test file has JSON values, and none of them has this tag. | Put text that begins with an exclamation mark in quotes.',
);
add(
  'an alias of nothing',
  'connector: *c\ncases: []\n',
  '1:12 test-file-alias: No anchor `&c` stands before this alias.',
);
add(
  'an alias in itself',
  'connector: c\ncases: &a [*a]\n',
  '2:12 test-file-alias: The alias `*a` stands inside the value that it stands for.',
);
add(
  'a merge of no mapping',
  'connector: c\ncases:\n  - name: x\n    <<: 3\n',
  '4:9 test-file-merge: The merge key `<<` takes a mapping, or a list of mappings. | Put it in quotes where it is meant as a key.',
);
add(
  'a number that JSON has not',
  one('expect: { json: .inf }'),
  '4:21 test-file-number: JSON has no such number. | Put it in quotes where it is meant as text.',
);
add('a list as a key', 'connector: c\n[a]: b\ncases: []\n', '2:1 test-file-key: A key has to be text.');
add(
  'a file of another kind',
  '\u0000\u0001\u0002',
  '1:1 test-file-type: The test file must be a mapping of keys to values, not text.',
);

describe('what is wrong with a test file', () => {
  for (const [what, text, faults] of cases) {
    it(what, async () => {
      expect(await faultsOf(directory, text)).toEqual(faults);
    });
  }
});

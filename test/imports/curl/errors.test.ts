import { describe, expect, it } from 'vitest';
import { importCurl } from '../../../src/imports/curl/import-curl.js';
import { UserError } from '../../../src/text/user-error.js';

function refused(command: string): { code: string; text: string } {
  try {
    importCurl(command);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { code: error.code, text: `${error.message} ${error.hint ?? ''}`.trim() };
  }
  throw new Error('it was imported');
}

const url = 'https://api.acme.io/x';

describe('what cannot be imported', () => {
  it.each([
    ['', 'curl-not-curl', 'There is no command (column 1 of the command). Paste one that begins with curl.'],
    [
      `wget ${url}`,
      'curl-not-curl',
      'The command does not begin with curl (column 1 of the command). Paste the command from the word curl on, without what stands before it.',
    ],
    [
      './request.curl',
      'curl-not-curl',
      'The command does not begin with curl (column 1 of the command). To take the command from a file: --from-curl - < file.',
    ],
    [
      `Invoke-WebRequest -Uri "${url}"`,
      'curl-not-curl',
      'This is PowerShell\'s Invoke-WebRequest and not curl (column 1 of the command). Copy the request as cURL: in the network panel of a browser "Copy as cURL (bash)" or "Copy as cURL (cmd)".',
    ],
    [
      `curl -Uri ${url} -Method POST`,
      'curl-powershell',
      '-Uri is an option of PowerShell\'s Invoke-WebRequest, which is called curl there, too (column 6 of the command). Copy the request as cURL: in the network panel of a browser "Copy as cURL (bash)" or "Copy as cURL (cmd)".',
    ],
    [
      `fetch("${url}")`,
      'curl-not-curl',
      'This is a fetch() of JavaScript and not curl (column 1 of the command). Copy the request as cURL: in the network panel of a browser "Copy as cURL (bash)" or "Copy as cURL (cmd)".',
    ],
    [
      `curl '${url}`,
      'curl-syntax',
      "The quote ' is not closed (column 6 of the command). Paste the whole command, with every quote.",
    ],
    [
      `curl ${url} \\\n  -d "a`,
      'curl-syntax',
      'The quote " is not closed (line 2, column 6 of the command). Paste the whole command, with every quote.',
    ],
    [
      `curl -d @- <<EOF ${url}\n{}`,
      'curl-syntax',
      'The here-document that begins here is not closed (line 2, column 1 of the command). Paste the whole command, with every quote.',
    ],
    [
      `curl ${url}\n  -H 'Accept: a'`,
      'curl-several-commands',
      'The command ends here, and the next line goes on with an option (line 1, column 27 of the command). End the line with a backslash (sh), a caret (cmd) or a backtick (PowerShell).',
    ],
    [
      'curl https://api.acme.io/x?a=1&b=2',
      'curl-several-commands',
      'An & outside of quotes ends the command here (column 31 of the command). Put the URL in quotes.',
    ],
    [
      `curl ${url} && curl ${url}`,
      'curl-several-commands',
      'A second command begins here (column 28 of the command). Paste one command of curl at a time.',
    ],
    [
      `curl ${url} --next ${url}`,
      'curl-unsupported',
      '--next begins a second request, and a connector has one (column 28 of the command). Import each of them by itself.',
    ],
    [
      `curl ${url} ${url}`,
      'curl-several-urls',
      'The command names 2 URLs, the second of them here, and a connector has one (column 28 of the command). Import each by itself. A value with spaces in it has to stand in quotes, or its words count as URLs.',
    ],
    [
      "curl 'https://api.acme.io/x/[1-9]'",
      'curl-several-urls',
      'Braces or brackets of the URL make several URLs of it, and a connector has one (column 6 of the command). Write one of them, or add -g if the characters belong to the URL.',
    ],
    ["curl 'https://api.acme.io/x?y={a,b}'", 'curl-several-urls', /^Braces/],
    [
      'curl -s',
      'curl-no-url',
      'The command names no URL (column 1 of the command). Add the address that curl is to call.',
    ],
    [
      `curl ${url} --datta x`,
      'curl-unknown-option',
      'curl has no option --datta (column 28 of the command). Did you mean --data?',
    ],
    [
      `curl ${url} -s%x`,
      'curl-unknown-option',
      'curl has no option -% in -s%x (column 28 of the command). curl --help all lists its options.',
    ],
    [`curl ${url} -H`, 'curl-missing-value', '-H has no value (column 28 of the command).'],
    [
      `curl ${url} -d @order.json`,
      'curl-file',
      "-d takes its text from the file 'order.json', and an import reads no files (column 28 of the command). Write the text itself behind --data-raw, in place of '@order.json'.",
    ],
    [`curl ${url} --json @-`, 'curl-file', /^--json takes its text from standard input/],
    [`curl ${url} --data-urlencode a@b.txt`, 'curl-file', /the file 'b\.txt'/],
    [`curl ${url} -H @h.txt`, 'curl-file', /^-H takes its headers from the file 'h\.txt'/],
    [
      `curl ${url} -F image=@cat.png`,
      'curl-file',
      "The part 'image' of the form is a file, and a connector can send text only (column 28 of the command). Upload the file where the API takes it otherwise, such as from a URL, or write its text into the command.",
    ],
    [`curl ${url} -F a`, 'curl-form', 'The value of -F is no name=content (column 28 of the command).'],
    [`curl ${url} -F a=b -d c`, 'curl-form', /^-F and -d stand in one command/],
    [`curl ${url} -T file`, 'curl-unsupported', /^-T sends a file/],
    [`curl ${url} --digest -u a:b`, 'curl-unsupported', /^--digest is Digest authentication/],
    [
      `curl ${url} -X PURGE`,
      'curl-method',
      'The method of this request is none that a connector has (column 6 of the command). Methods are DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT.',
    ],
    [
      'curl ftp://acme.io/x',
      'curl-url',
      'The URL begins with ftp:// (column 6 of the command). A connector calls HTTPS addresses only.',
    ],
    [
      "curl 'https://'",
      'curl-url',
      'The URL has no host (column 6 of the command). Write the whole address.',
    ],
    ["curl 'https://a{b}c.io/'", 'curl-url', /^The host of the URL is not valid/],
    ["curl 'https://a b/'", 'curl-url', /^The host of the URL is not valid/],
    ['curl "https://api-$REGION.acme.io/"', 'curl-url', /^Part of a label of the host is a variable/],
    [`curl ${url} -H $'A: b\\r\\nX: y'`, 'curl-header', /^The value of the header 'A' holds a line break/],
    [`curl ${url} -H 'a b: c'`, 'curl-header', /^What stands before the colon/],
  ])('%s', (command, code, text) => {
    const found = refused(command);
    expect(found.code).toBe(code);
    if (typeof text === 'string') expect(found.text).toBe(text);
    else expect(found.text).toMatch(text);
  });

  it('repeats no credential in an error', () => {
    const secret = 'k7Qz9Lm2Xv4Bn8Tr';
    const { text } = refused(`curl ${url} -H Authorization: Bearer ${secret}`);
    expect(text).not.toContain(secret);
  });
});

/** Single properties of imports that the whole entries in `testdata/` do not show. */
import { describe, expect, it } from 'vitest';
import { importCurl } from '../../../src/imports/curl/import-curl.js';

const url = 'https://api.acme.io/v1/things';

describe('the shell', () => {
  const body = (command: string) => importCurl(command).connector.request_body;

  it.each([
    ['sh, one quote after another', `curl ${url} -d 'it'"'"'s'`, "it's"],
    ['sh, a continued line in double quotes', `curl ${url} -d "a\\\nb"`, 'ab'],
    ['sh, lines that end as in Windows', `curl ${url} \\\r\n -d 'a'`, 'a'],
    ['sh, spaces behind the backslash of a line', `curl ${url} \\  \n -d 'a'`, 'a'],
    ['sh, a # within a word', `curl ${url} -d a#b # and a comment`, 'a#b'],
    ['sh, what a browser escapes', `curl ${url} -d $'\\u0021\\x41\\101\\t\\'\\c'`, "!AA\t'\\c"],
    ['sh, a caret and a backtick in quotes', `curl ${url} -d 'a ^\nb \`\n'`, 'a ^\nb `\n\n'],
    ['sh, redirections', `curl ${url} -d a >out.txt 2>&1`, 'a'],
    ['sh, a here-string', `curl ${url} --data-binary @- <<< 'a b'`, 'a b\n\n'],
    ['cmd, a caret before every quote', `curl ^"${url}^" -d ^"^{^\\^"a^\\^":^%^41^}^"`, '{"a":%41}'],
    ['cmd, backslashes', `curl "${url}" ^\n -d "a\\b\\\\\\"c\\\\"`, 'a\\b\\"c\\'],
    ['PowerShell, quotes written twice', `curl.exe ${url} \`\n -d 'it''s "q"'`, 'it\'s "q"'],
    ['PowerShell, escapes', `curl.exe ${url} \`\n -d "a\`"b\`n\`$c"`, 'a"b\n$c'],
    ['PowerShell, a here-string', `curl.exe ${url} -d @'\n{"a": 'b'}\n'@ -H "X: $env:X"`, `{"a": 'b'}`],
  ])('%s', (_, command, expected) => {
    expect(body(command)).toBe(expected);
  });
});

describe('placeholders of documentation', () => {
  it.each([`$${'{dc}'}`, '{dc}', '<dc>'])('in a host: %s', (label) => {
    const { connector, variables } = importCurl(
      `curl 'https://${label}.api.acme.io/3.0/lists/\${list_id}/members'`,
    );
    expect(connector.url).toBe(
      "https://{{ get_variable('dc') }}.api.acme.io/3.0/lists/{{ pathParams.list_id }}/members",
    );
    expect(connector.path_parameters).toEqual([{ key: 'list_id' }]);
    expect(variables).toEqual([]);
  });
});

describe('headers of browsers', () => {
  it('leave the name of the host out', () => {
    expect(importCurl(`curl ${url} -H 'authority: api.acme.io'`).connector.headers).toBeUndefined();
  });
});

describe('options', () => {
  const entry = (rest: string) => importCurl(`curl ${url} ${rest}`);

  it('takes a beginning that only one option has, and what curl says of the opposite', () => {
    expect(entry('--no-progress-meter --no-buffer --data-u "a b"').connector.request_body).toBe('a+b');
  });

  it('sends what a header of the command says in place of what an option would', () => {
    const { headers } = entry(
      `--json '{}' -H 'Content-Type: text/x-json' -H 'Accept:' -u a:b -H 'Authorization: c1d2e3f4g5'`,
    ).connector;
    expect(headers).toEqual([
      { key: 'Content-Type', value: 'text/x-json' },
      { key: 'Authorization', value: "{{ get_secret('acme_token') }}" },
    ]);
  });

  it.each([
    ['-I', 'HEAD'],
    ['-d a', 'POST'],
    ['-F a=b', 'POST'],
    ['-G -d a=b', 'GET'],
    ['-G -I -d a=b', 'HEAD'],
    ['-X patch -d a', 'PATCH'],
  ])('%s is %s', (rest, method) => {
    expect(entry(rest).connector.method).toBe(method);
  });

  it('says nothing of what concerns the terminal', () => {
    expect(entry('-sSvif --compressed --http2 -o out.json -w "%{http_code}" --retry 3 -m 10').notes).toEqual(
      [],
    );
  });
});

describe('the URL', () => {
  const imported = (written: string) => importCurl(`curl '${written}'`);

  it.each([
    ['http://api.acme.io:80/a', 'https://api.acme.io/a'],
    ['http://api.acme.io:8080/a', 'https://api.acme.io:8080/a'],
    ['https://api.acme.io:443', 'https://api.acme.io'],
    ['api.acme.io/ä b', 'https://api.acme.io/%C3%A4%20b'],
    ['https://api.acme.io/100%', 'https://api.acme.io/100%25'],
    ['https://api.acme.io/\\{a\\}', 'https://api.acme.io/%7Ba%7D'],
    ['https://api.acme.io/<order id>/x', 'https://api.acme.io/{{ pathParams.order_id }}/x'],
    ['{{baseUrl}}/a/{{id}}', "{{ get_variable('base_url') }}/a/{{ pathParams.id }}"],
    ['https://bücher.acme.io/', 'https://xn--bcher-kva.acme.io/'],
    ['https://<your-domain>.acme.io/', "https://{{ get_variable('your_domain') }}.acme.io/"],
  ])('%s', (written, url) => {
    expect(imported(written).connector.url).toBe(url);
  });

  it.each(['http://192.168.0.4/a', 'https://localhost/a', 'https://[::1]/a', 'https://10.0.0.1/a'])(
    'says that the platform refuses %s',
    (written) => {
      expect(imported(written).notes.join('\n')).toContain('The platform refuses ');
    },
  );

  it('keeps a credential of the path in a variable, as a URL sees no secrets', () => {
    const token = `ghp_${'a1B2c3D4e5F6g7H8i9J0'.repeat(2)}`;
    const { connector, variables } = imported(`https://api.acme.io/hooks/${token}/run`);
    expect(connector.url).toBe("https://api.acme.io/hooks/{{ get_variable('path_token') }}/run");
    expect(variables).toEqual([{ name: 'path_token', value: token, isCredential: true }]);
  });

  it('lets the caller give what stands in braces in the query', () => {
    expect(imported('https://api.acme.io/a?q={term}&n=1').connector.query_parameters).toEqual([
      { key: 'q', value: '', overridable: true },
      { key: 'n', value: '1' },
    ]);
  });
});

describe('credentials', () => {
  const imported = (rest: string) => importCurl(`curl ${url} ${rest}`);

  it.each([
    ['YOUR_API_TOKEN', []],
    ['<token>', []],
    ['{{token}}', []],
    ['$ecret!9aB', [{ name: 'acme_token', value: '$ecret!9aB' }]],
  ])('Bearer %s', (token, secrets) => {
    const { connector, ...rest } = imported(`-H 'Authorization: Bearer ${token}'`);
    expect(connector.headers).toEqual([
      { key: 'Authorization', value: "Bearer {{ get_secret('acme_token') }}" },
    ]);
    expect(rest.secrets).toEqual(secrets);
  });

  it('keeps the scheme and the quotes around a token', () => {
    const { connector } = imported(`-H 'Authorization: Token token="abcd1234efgh5678"'`);
    expect(connector.headers?.[0]?.value).toBe(`Token token="{{ get_secret('acme_token') }}"`);
  });

  it('says that a signature serves one request', () => {
    expect(
      imported(`-H 'Authorization: AWS4-HMAC-SHA256 Credential=a/b, Signature=c0ffee12'`).notes[0],
    ).toContain('signs this one request');
  });

  it('asks for the password that curl would ask for', () => {
    const { secrets, notes } = imported('-u ada');
    expect(secrets).toEqual([{ name: 'acme_user', value: 'ada' }]);
    expect(notes).toContain("Set the secret 'acme_password': the command does not hold the value.");
  });

  it('leaves a cookie that is no session as it is', () => {
    expect(imported('-b lang=de').connector.headers).toEqual([{ key: 'Cookie', value: 'lang=de' }]);
  });

  it('leaves a key out of a body, and says so', () => {
    const key = `sk_live_${'4eC39HqLyjWDarjt'}`;
    const { connector, notes } = imported(`-d '{"key":"${key}"}'`);
    expect(connector.request_body).toBe('{"key":""}');
    expect(notes.join('\n')).toContain('The body held a Stripe key, which was left out');
  });

  it('finds a key by its form in any header', () => {
    const key = `AKIA${'Z3MSJV4WYFUUEXAM'}`;
    expect(imported(`-H 'X-Note: by ${key}'`).connector.headers).toEqual([
      { key: 'X-Note', value: "by {{ get_secret('acme_note') }}" },
    ]);
  });

  it('puts a value that is too long for a header into a variable', () => {
    const { connector, variables } = imported(`-H 'X-Long: ${'ab '.repeat(400)}c'`);
    expect(connector.headers).toEqual([{ key: 'X-Long', value: "{{ get_variable('acme_long') }}" }]);
    expect(variables[0]?.value).toHaveLength(1201);
  });
});

describe('names', () => {
  it.each([
    ['https://api.acme.io/v2/orders', 'Get orders'],
    ['https://api.acme.io/v2/orders/42', 'Get order'],
    ['https://api.acme.io/v2/companies/42/addresses/7', 'Get address'],
    ['-X POST https://api.acme.io/v2/orders', 'Create order'],
    ['-X POST https://api.acme.io/v2/search', 'Post search'],
    ['-X DELETE https://api.acme.io/userProfiles/9.json', 'Delete user profile'],
    ['https://acme.co.uk', 'Get acme'],
  ])('%s', (rest, name) => {
    expect(importCurl(`curl ${rest}`).connector.name).toBe(name);
  });

  it('gives each secret a name of its own', () => {
    const { connector, secrets } = importCurl(
      `curl ${url} -H 'X-Api-Key: k1e2y3A4b5C6' -H 'Api-Key: k9e8y7Z6y5X4' -H 'Authorization: Bearer k1e2y3A4b5C6'`,
    );
    expect(secrets).toEqual([
      { name: 'acme_api_key', value: 'k1e2y3A4b5C6' },
      { name: 'acme_api_key_2', value: 'k9e8y7Z6y5X4' },
      { name: 'acme_token', value: 'k1e2y3A4b5C6' },
    ]);
    expect(connector.headers?.[0]).toEqual({ key: 'Api-Key', value: "{{ get_secret('acme_api_key_2') }}" });
  });
});

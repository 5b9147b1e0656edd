/** Options that say nothing about the request, and what an author should know of some of them. */

const certificate = 'The client certificate was left out: the platform has none to show.';
const tunnel = 'The proxy was left out: connectors call from the platform, and not through it.';
const resolved = 'The address of the host was left out: the platform asks its own DNS.';
const netrc = 'The user and password of the .netrc file were left out: an import reads no files.';
const redirect =
  'Redirects are not followed by the platform: the connector answers with the redirect itself.';

/** In sentences that stand by themselves. */
export const notesOfOptions: ReadonlyMap<string, string> = new Map([
  ['location', redirect],
  ['location-trusted', redirect],
  ['follow', redirect],
  ['insecure', 'The certificate of the host has to be valid: the platform knows no -k.'],
  ['cert', certificate],
  ['key', certificate],
  ['cacert', 'The certificate authority was left out: the platform trusts those that are known publicly.'],
  ['proxy', tunnel],
  ['preproxy', tunnel],
  ['socks5', tunnel],
  ['socks5-hostname', tunnel],
  ['resolve', resolved],
  ['connect-to', resolved],
  ['netrc', netrc],
  ['netrc-optional', netrc],
  ['netrc-file', netrc],
  ['anyauth', 'The user and password go out as Basic authentication: a connector does not negotiate.'],
  ['request-target', 'The request target was left out: a connector asks for the path of its URL.'],
  ['time-cond', 'The condition on the time was left out; a header If-Modified-Since can say the same.'],
  ['etag-compare', 'The condition on the ETag was left out: an import reads no files.'],
]);

const authentication =
  'Send what the API takes in a header instead: a token, an API key, or Basic authentication with -u.';

/** What no connector can do: why, and what to do instead. */
export const refusedOptions: ReadonlyMap<string, { readonly says: string; readonly hint: string }> = new Map([
  [
    'next',
    { says: 'begins a second request, and a connector has one', hint: 'Import each of them by itself.' },
  ],
  [
    'config',
    {
      says: 'names a file of options, and an import reads no files',
      hint: 'Write its options into the command.',
    },
  ],
  [
    'upload-file',
    {
      says: 'sends a file, and a connector has text only',
      hint: 'Write the content with --data-raw and -X PUT.',
    },
  ],
  ['digest', { says: 'is Digest authentication, which connectors do not have', hint: authentication }],
  ['ntlm', { says: 'is NTLM authentication, which connectors do not have', hint: authentication }],
  ['ntlm-wb', { says: 'is NTLM authentication, which connectors do not have', hint: authentication }],
  ['negotiate', { says: 'is Kerberos authentication, which connectors do not have', hint: authentication }],
  ['aws-sigv4', { says: 'signs the request for AWS, which connectors cannot', hint: authentication }],
  [
    'unix-socket',
    { says: 'calls a socket of this machine', hint: 'Connectors reach public HTTPS addresses only.' },
  ],
  [
    'abstract-unix-socket',
    { says: 'calls a socket of this machine', hint: 'Connectors reach public HTTPS addresses only.' },
  ],
  [
    'variable',
    {
      says: 'sets a variable of curl',
      hint: 'Write its value where it is used, or use a variable of the shell.',
    },
  ],
  ['help', { says: 'asks for help and sends nothing', hint: 'Paste a command that sends a request.' }],
  [
    'version',
    { says: 'asks for the version and sends nothing', hint: 'Paste a command that sends a request.' },
  ],
  [
    'manual',
    { says: 'asks for the manual and sends nothing', hint: 'Paste a command that sends a request.' },
  ],
]);

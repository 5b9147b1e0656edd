import { checkUrl, isRefused } from '../../platform/url-policy.js';
import type { Span } from '../../text/source.js';
import { interned } from '../analysis/interned.js';
import type { UrlField } from '../analysis/url-fields.js';
import { type Authority, authorityOf, hostOf } from '../analysis/url-origin.js';
import { overlap, placeholdersIn } from '../analysis/url-placeholders.js';
import { unknownMark } from '../analysis/url-text.js';
import type { Report } from '../finding.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 2. */
export const rule: Rule = {
  id: 'url-address',
  severity: 'error',
  summary:
    'A host that no connector may call (local, private, special, or not valid), or a port that does not exist',
  documentation: {
    why: 'Connectors run on the platform and reach public addresses only. `localhost` and private, loopback or link-local addresses are refused however they are written: as names, in decimal, octal or hexadecimal, or inside an IPv6 address. Ports are numbers from 1 to 65535.',
    wrong: `{
  "connectors": [{ "name": "Search", "url": "https://192.168.0.12/search" }]
}`,
    right: `{
  "connectors": [{ "name": "Search", "url": "https://api.acme.io/search" }]
}`,
  },
  visit: {
    url(site, report) {
      const authority = authorityOf(site.url);
      const fault = authority && addressFault(site, authority);
      if (fault) report(fault);
    },
  },
};

const hint =
  'The host must be public. To try a connector on a local server, keep the public address here and add a route to the configuration.';

function addressFault({ field, url, name }: UrlField, authority: Authority): Report | null {
  const host = hostOf(authority);
  const address = { ...host, end: authority.end, text: authority.text.slice(host.start - authority.start) };
  // Whatever a variable holds, below .localhost all is local.
  const known = host.text.replaceAll(unknownMark, 'x');
  if (known !== host.text && !/\.localhost\.*$/i.test(known)) return null;
  if (address.text === '') {
    return { at: within(field, url.spanOf(0, authority.end)), message: `\`${name}\` has no host` };
  }
  if (!/^[\w\-.~:[\]%]*$/.test(address.text.replaceAll(unknownMark, ''))) return null;
  const fault = faultOf(host.text, known, address.text);
  if (!fault) return null;
  const { start, end } = fault.isHost ? host : portOf(address, host);
  const span = url.spanOf(start, end);
  if (placeholdersIn(url).some((each) => overlap(each.span, span))) return null;
  return { at: within(field, span), message: fault.message, ...(fault.isHost ? { hint } : {}) };
}

const portOf = ({ text, end }: Authority, host: Authority): Span =>
  /:.+$/.test(text.slice(host.text.length)) ? { start: host.end + 1, end } : { start: host.start, end };

function faultOf(host: string, known: string, address: string): { message: string; isHost: boolean } | null {
  const isWhole = !address.includes(unknownMark);
  if (isWhole && refusal(address) === null) return null;
  const refused = refusal(known);
  if (refused !== null) {
    const isSame = refused.includes(known.replace(/^\[|\]$/g, ''));
    const message = isSame ? refused : `'${host}' means ${refused.replace(' is ', ', ')}`;
    return { message, isHost: true };
  }
  return isWhole ? { message: portFault(address, address.slice(host.length + 1)), isHost: false } : null;
}

const portFault = (address: string, port: string): string =>
  /^\d+$/.test(port)
    ? `port ${port} is out of range: ports are numbers from 1 to 65535`
    : `'${address}' has no valid port`;

/** A registry names few hosts, each of them often. */
const refusal = interned((address: string): string | null => {
  const checked = checkUrl(`https://${address}/`, { allowPrivateNetwork: false });
  return isRefused(checked) ? checked.reason : null;
}, 64 * 1024);

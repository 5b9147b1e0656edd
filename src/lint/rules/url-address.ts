import { checkUrl, isRefused } from '../../platform/url-policy.js';
import type { Span } from '../../text/source.js';
import { type UrlField, urlFieldsOf } from '../analysis/url-fields.js';
import { type Authority, authorityOf, hostOf } from '../analysis/url-origin.js';
import { placeholdersIn } from '../analysis/url-placeholders.js';
import { unknownMark } from '../analysis/url-text.js';
import type { Report } from '../finding.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 2. */
export const rule: Rule = {
  id: 'url-address',
  severity: 'error',
  summary: 'A host that no connector may call: local, private, special, or not valid',
  documentation: {
    why: 'Connectors run on the platform and reach public addresses only. `localhost` and private, loopback or link-local addresses are refused however they are written: as names, in decimal, octal or hexadecimal, or inside an IPv6 address.',
    wrong: `{
  "connectors": [{ "name": "Search", "url": "https://192.168.0.12/search" }]
}`,
    right: `{
  "connectors": [{ "name": "Search", "url": "https://api.acme.io/search" }]
}`,
  },
  visit: {
    request({ request }, report) {
      for (const each of urlFieldsOf(request)) {
        const authority = authorityOf(each.url);
        const fault = authority && addressFault(each, authority);
        if (fault) report(fault);
      }
    },
  },
};

const hint =
  'The host must be public. To try a connector on a local server, keep the public address here and add a route to the configuration.';

function addressFault({ field, url, name }: UrlField, authority: Authority): Report | null {
  const host = hostOf(authority);
  const address = { ...host, end: authority.end, text: authority.text.slice(host.start - authority.start) };
  const placeOf = ({ start, end }: Span) => within(field, url.spanOf(start, end));
  // Whatever a variable holds, below .localhost all is local.
  const known = host.text.replaceAll(unknownMark, 'x');
  if (known !== host.text && !/\.localhost\.*$/i.test(known)) return null;
  if (address.text === '') {
    return { at: placeOf({ start: 0, end: authority.end }), message: `\`${name}\` has no host` };
  }
  const span = url.spanOf(address.start, address.end);
  const isForOthers =
    !/^[\w\-.~:[\]%]*$/.test(address.text.replaceAll(unknownMark, '')) ||
    placeholdersIn(url).some((each) => each.span.start < span.end && each.span.end > span.start);
  if (isForOthers) return null;

  const refused = refusal(known);
  if (refused !== null) {
    const message = refused.includes(known) ? refused : `'${host.text}' means ${refused}`;
    return { at: placeOf(host), message, hint };
  }
  const isBadPort = !address.text.includes(unknownMark) && refusal(address.text) !== null;
  return isBadPort ? { at: placeOf(address), message: `'${address.text}' has no valid port` } : null;
}

function refusal(address: string): string | null {
  const checked = checkUrl(`https://${address}/`, { allowPrivateNetwork: false });
  return isRefused(checked) ? checked.reason : null;
}

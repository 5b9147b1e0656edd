/** Places in the template of a URL about which a rule of URLs says all there is to say: no name in them is wrong by itself. */
import type { Span } from '../../text/source.js';
import type { TemplateSite } from '../rule.js';
import { pathParameterFaults } from './path-parameters.js';
import { templatedOriginFault } from './url-origin.js';
import { urlTextOf } from './url-text.js';

export function claimedByUrlRules({ group, field, kind, entry, registry }: TemplateSite): Span[] {
  const url = group === 'url' ? urlTextOf(field) : null;
  if (!url) return [];
  const origin = templatedOriginFault({ name: 'url', field, url }, kind)?.within;
  const subtractions =
    entry.kind === 'simple' && field.value.includes('pathParams')
      ? pathParameterFaults(registry, entry).undeclared.flatMap(({ subtraction }) => subtraction ?? [])
      : [];
  return [...(origin ? [origin] : []), ...subtractions];
}

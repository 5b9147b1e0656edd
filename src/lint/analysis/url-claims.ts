/** Places in the template of a URL about which a rule of URLs says all there is to say: no name in them is wrong by itself. */
import type { Span } from '../../text/source.js';
import type { TemplateSite } from '../rule.js';
import { pathParameterFaults } from './path-parameters.js';
import { templatedOriginFault } from './url-origin.js';
import { urlTextOf } from './url-text.js';

/** @param subtracts whether anything in the template is a subtraction */
export function claimedByUrlRules(site: TemplateSite, subtracts: boolean): Span[] {
  const { group, field, kind } = site;
  const url = group === 'url' ? urlTextOf(field) : null;
  if (!url) return [];
  const origin = templatedOriginFault({ name: 'url', field, url }, kind)?.within;
  return [
    ...(origin ? [origin] : []),
    ...(subtracts && field.value.includes('pathParams') ? subtractionsIn(site) : []),
  ];
}

function subtractionsIn({ entry, registry }: TemplateSite): Span[] {
  if (entry.kind !== 'simple') return [];
  return pathParameterFaults(registry, entry).undeclared.flatMap(({ subtraction }) => subtraction ?? []);
}

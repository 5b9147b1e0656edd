/** What several rules ask of a template is worked out once. */
import type { TemplateContent, TemplateSite } from '../rule.js';

/** Computes what follows from a template's text alone: once for all places in which the same text stands. */
export function oncePerText<V extends object>(
  compute: (content: TemplateContent) => V,
): (of: TemplateContent | TemplateSite) => V {
  const number = computations;
  computations += 1;
  return ({ content }) => {
    const known = content.known[number] as V | undefined;
    if (known !== undefined) return known;
    const value = compute(content);
    content.known[number] = value;
    return value;
  };
}

let computations = 0;

/**
 * Drops what was worked out of a template that no rule is going to ask about again: what dies young costs the garbage
 * collector nothing, and it is many times as much as the template itself.
 */
export function forget(content: TemplateContent): void {
  content.known = [];
}

/**
 * Computes what depends on where a template stands: once, as long as it is asked of the same site in a row. Rules get one
 * site after the other; weak maps of tens of thousands of sites keep the garbage collector busier than all rules.
 * Whether the site's owner counts has to show while it is computed: what the value reads of the site later is not noticed.
 */
export function oncePerSite<V extends object>(compute: (site: TemplateSite) => V): (site: TemplateSite) => V {
  let latest: { site: TemplateSite; value: V; isOfOwner: boolean } | undefined;
  return (site) => {
    if (latest?.site !== site) {
      const wasRead = site.isOwnerRead;
      site.isOwnerRead = false;
      const value = compute(site);
      latest = { site, value, isOfOwner: site.isOwnerRead };
      site.isOwnerRead ||= wasRead;
    } else if (latest.isOfOwner) {
      site.isOwnerRead = true;
    }
    return latest.value;
  };
}

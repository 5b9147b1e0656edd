/** Which rules a text is shown to. */
import { getOrMake } from '../text/get-or-make.js';
import type { TextSite } from './rule.js';

/** Shows a site to a rule that is on. */
export type Listener<Site> = (site: Site) => void;

/**
 * Shows texts to rules, but not again to those that had nothing to say about the same text in the same role and kind of
 * connector, unless they have asked whose it is: texts repeat themselves, and nearly all are as they should be.
 */
export class Audience<Site extends TextSite> {
  /** By kind, role and text. Nobody listens to most. */
  readonly #listeners = new Map<Site['kind'], Map<string, Map<string, readonly Listener<Site>[]>>>();

  /** @param countReports how many reports there have been so far */
  constructor(
    private readonly all: readonly Listener<Site>[],
    private readonly countReports: () => number,
  ) {}

  /** Whether it is known that no rule has anything to say. */
  isSettled(kind: Site['kind'], role: string, text: string): boolean {
    return this.#listeners.get(kind)?.get(role)?.get(text) === nobody;
  }

  show(site: Site, role: string, text: string): void {
    const inRole = this.#inRole(site.kind, role);
    const known = inRole.get(text);
    if (known) for (const listener of known) listener(site);
    else inRole.set(text, this.showToAll(site));
  }

  /** @returns whom the same text may move elsewhere */
  showToAll(site: Site): readonly Listener<Site>[] {
    const moved = this.all.filter((listener) => {
      const before = this.countReports();
      site.isOwnerRead = false;
      listener(site);
      return site.isOwnerRead || this.countReports() > before;
    });
    return moved.length === 0 ? nobody : moved;
  }

  #inRole(kind: Site['kind'], role: string): Map<string, readonly Listener<Site>[]> {
    const ofKind = getOrMake(this.#listeners, kind, () => new Map());
    return getOrMake(ofKind, role, () => new Map());
  }
}

const nobody: readonly never[] = [];

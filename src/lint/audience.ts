/** Which rules a template is shown to. */

import type { ConnectorKind } from '../platform/result.js';
import type { LabelledField } from '../platform/template-fields.js';
import { getOrMake } from '../text/get-or-make.js';
import type { ReportFunction, TemplateSite, Visitors } from './rule.js';

/** A rule that is on, and where its reports go. */
export interface Listener {
  readonly visit: Visitors;
  readonly report: ReportFunction;
}

/**
 * Shows templates to rules, but not again to those that had nothing to say about the same text in the same group and kind of
 * connector, unless they have asked whose it is: templates repeat themselves, and nearly all are as they should be.
 */
export class Audience {
  /** By kind and group, then by text. Nobody listens to most. */
  readonly #listeners = new Map<string, Map<string, readonly Listener[]>>();

  /** @param countReports how many reports there have been so far */
  constructor(
    private readonly all: readonly Listener[],
    private readonly countReports: () => number,
  ) {}

  /** Whether it is known that no rule has anything to say. */
  isSettled(kind: ConnectorKind, { field, group }: LabelledField): boolean {
    return this.#listeners.get(kind + group)?.get(field.value) === nobody;
  }

  show(site: TemplateSite): void {
    const ofKind = this.#ofKind(site);
    const known = ofKind.get(site.field.value);
    if (known) for (const { visit, report } of known) visit.template?.(site, report);
    else ofKind.set(site.field.value, this.showToAll(site));
  }

  /** @returns whom the same text may move elsewhere */
  showToAll(site: TemplateSite): readonly Listener[] {
    const moved = this.all.filter(({ visit, report }) => {
      const before = this.countReports();
      site.isOwnerRead = false;
      visit.template?.(site, report);
      return site.isOwnerRead || this.countReports() > before;
    });
    return moved.length === 0 ? nobody : moved;
  }

  #ofKind({ kind, group }: TemplateSite): Map<string, readonly Listener[]> {
    return getOrMake(this.#listeners, kind + group, () => new Map());
  }
}

const nobody: readonly Listener[] = [];

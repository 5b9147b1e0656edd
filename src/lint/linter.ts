/** Runs rules over a registry. One flat list of findings comes out: rules only add, and this is where it is sorted. */
import { type LabelledField, templateFields } from '../platform/template-fields.js';
import type { Composite, Registry, SimpleConnector, TextField } from '../registry/model.js';
import { forget } from './analysis/once.js';
import { tokenUrlOf } from './analysis/url-fields.js';
import { urlTextOf } from './analysis/url-text.js';
import { Audience } from './audience.js';
import type { Finding, Severity } from './finding.js';
import { nameOf, type Owner, ownerByPointer } from './owner.js';
import { PlacedTemplate, PlacedUrl } from './placed.js';
import type { ReportFunction, RequestSite, Rule, TemplateSite, UrlSite, Visitors } from './rule.js';
import { hasTags, readTemplate, releaseTemplate, requestSites } from './sites.js';
import { templateError } from './template-error.js';

export interface LintOptions {
  rules: readonly Rule[];
  /** By rule id; wins over the rule's own. */
  severities?: ReadonlyMap<string, Severity | 'off'>;
  /** Looks also at entries that a fault of the JSON text cuts off, of which nobody knows what else they hold. */
  withGuesses?: boolean;
}

/** A rule that is on, and where its reports go. */
interface Listener {
  readonly visit: Visitors;
  readonly report: ReportFunction;
}

/** Findings in the order of the file, none twice. Never throws for what stands in the registry. */
export function lint(registry: Registry, { rules, severities, withGuesses = false }: LintOptions): Finding[] {
  const findings: Finding[] = [];
  // Rules report while they are called, so that whose part of the file they look at need not be told to each.
  let owner: Owner | null = null;
  const byPointer = ownerByPointer(registry);
  const listeners = rules.flatMap(({ id, severity: usual, visit }): Listener[] => {
    const configured = severities?.get(id);
    const severity = configured ?? usual;
    if (severity === 'off') return [];
    const report: ReportFunction = ({ at: { span, pointer }, severity: own, ...rest }) => {
      findings.push({
        ...rest,
        rule: id,
        severity: configured === undefined ? (own ?? severity) : severity,
        file: registry.file.path,
        span,
        pointer,
        ...(owner ?? byPointer(pointer)),
      });
    };
    return [{ visit, report }];
  });
  const isCertain = ({ span }: SimpleConnector | Composite): boolean =>
    withGuesses || span.end < registry.firstGuess;
  const having = <Name extends keyof Visitors>(name: Name): Listener[] =>
    listeners.filter(({ visit }) => visit[name] !== undefined);

  for (const { visit, report } of having('registry')) visit.registry?.(registry, report);
  const onProblem = having('problem');
  for (const problem of registry.problems) {
    owner = { connector: problem.connector ?? null, step: problem.step ?? null };
    for (const { visit, report } of onProblem) visit.problem?.(problem, registry, report);
  }
  const onConnector = having('connector');
  for (const entry of registry.connectors.filter(isCertain)) {
    owner = { connector: nameOf(entry), step: null };
    for (const { visit, report } of onConnector) visit.connector?.(entry, report);
  }
  const onComposite = having('composite');
  for (const entry of registry.composites.filter(isCertain)) {
    owner = { connector: nameOf(entry), step: null };
    for (const { visit, report } of onComposite) visit.composite?.(entry, report);
  }

  const onRequest = having('request');
  const onTemplate = having('template');
  const onTemplateError = having('templateError');
  const countReports = () => findings.length;
  const urls = new Audience<UrlSite>(
    having('url').map(
      ({ visit, report }) =>
        (site: UrlSite) =>
          visit.url?.(site, report),
    ),
    countReports,
  );
  const showUrl = (site: RequestSite, name: UrlSite['name'], field: TextField | null) => {
    if (!field || urls.isSettled(site.kind, name, field.value)) return;
    const url = urlTextOf(field);
    if (url) urls.show(new PlacedUrl(site, field, name, url), name, field.value);
  };
  const templates = new Audience<TemplateSite>(
    onTemplate.map(
      ({ visit, report }) =>
        (site: TemplateSite) =>
          visit.template?.(site, report),
    ),
    countReports,
  );
  const showTemplate = (site: RequestSite, labelled: LabelledField) => {
    const { field, group } = labelled;
    if (!hasTags(field) || templates.isSettled(site.kind, group, field.value)) return;
    const read = readTemplate(field);
    if (!read) return;
    const error = onTemplateError.length > 0 ? templateError(field, read) : null;
    if (error) {
      const errorSite = { ...site, field, label: labelled.label, group, error };
      for (const { visit, report } of onTemplateError) visit.templateError?.(errorSite, report);
    }
    if ('error' in read) return;
    const template = new PlacedTemplate(site, labelled, read);
    if (error) templates.showToAll(template);
    else templates.show(template, group, field.value);
    if (!templates.isSettled(site.kind, group, field.value)) return;
    forget(read);
    releaseTemplate(field);
  };
  for (const site of requestSites(registry)) {
    if (!isCertain(site.entry)) continue;
    owner = ownerOf(site);
    for (const { visit, report } of onRequest) visit.request?.(site, report);
    showUrl(site, 'url', site.request.url);
    showUrl(site, 'token_url', tokenUrlOf(site.request));
    if (onTemplate.length + onTemplateError.length === 0) continue;
    for (const labelled of templateFields(site.request)) showTemplate(site, labelled);
  }
  return inOrder(findings);
}

const ownerOf = ({ entry, step }: RequestSite): Owner => ({
  connector: nameOf(entry),
  step: step === null ? null : step.name || null,
});

/** By place, none twice. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings
    .filter(({ rule, span, pointer, message }) => {
      const key = JSON.stringify([rule, span?.start, span?.end, pointer, message]);
      return !seen.has(key) && seen.add(key);
    })
    .sort(
      (a, b) =>
        (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
        (a.span?.end ?? 0) - (b.span?.end ?? 0) ||
        (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
    );
}

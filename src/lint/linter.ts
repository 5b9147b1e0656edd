/** Runs rules over a registry. One flat list of findings comes out: rules only add, and this is where it is sorted. */
import type { Registry } from '../registry/model.js';
import type { Finding, Report, Severity } from './finding.js';
import { nameOf, type Owner, ownerByPointer } from './owner.js';
import type { RequestSite, Rule, Visitors } from './rule.js';
import { readTemplate, requestSites, templateFieldsOf, templateSite } from './sites.js';
import { templateError } from './template-error.js';

export interface LintOptions {
  rules: readonly Rule[];
  /** By rule id; wins over the rule's own. */
  severities?: ReadonlyMap<string, Severity | 'off'>;
}

/** Findings in the order of the file, none twice. Never throws for what stands in the registry. */
export function lint(registry: Registry, { rules, severities }: LintOptions): Finding[] {
  const findings: Finding[] = [];
  const visitors = rules.flatMap((rule) => {
    const configured = severities?.get(rule.id);
    const severity = configured ?? rule.severity;
    return severity === 'off'
      ? []
      : [{ rule, severity, isFixed: configured !== undefined, visit: rule.visit }];
  });
  type Visitor = (typeof visitors)[number];
  const having = <Name extends keyof Visitors>(name: Name): Visitor[] =>
    visitors.filter(({ visit }) => visit[name] !== undefined);
  const add =
    ({ rule, severity, isFixed }: Visitor, owner: Owner | ((pointer: string) => Owner)) =>
    ({ at, severity: own, ...report }: Report) => {
      const { span, pointer } = at;
      findings.push({
        ...report,
        rule: rule.id,
        severity: isFixed ? severity : (own ?? severity),
        file: registry.file.path,
        span,
        pointer,
        ...(typeof owner === 'function' ? owner(pointer) : owner),
      });
    };

  const byPointer = ownerByPointer(registry);
  for (const visitor of having('registry')) visitor.visit.registry?.(registry, add(visitor, byPointer));
  const onProblem = having('problem');
  for (const problem of registry.problems) {
    const owner = { connector: problem.connector ?? null, step: problem.step ?? null };
    for (const visitor of onProblem) visitor.visit.problem?.(problem, registry, add(visitor, owner));
  }
  for (const visitor of having('connector')) {
    for (const entry of registry.connectors)
      visitor.visit.connector?.(entry, add(visitor, { connector: nameOf(entry), step: null }));
  }
  for (const visitor of having('composite')) {
    for (const entry of registry.composites)
      visitor.visit.composite?.(entry, add(visitor, { connector: nameOf(entry), step: null }));
  }

  const onRequest = having('request');
  const onTemplate = having('template');
  const onTemplateError = having('templateError');
  for (const site of requestSites(registry)) {
    const owner = ownerOf(site);
    for (const visitor of onRequest) visitor.visit.request?.(site, add(visitor, owner));
    for (const labelled of templateFieldsOf(site.request)) {
      const read = readTemplate(labelled.field);
      if (!read) continue;
      const error = onTemplateError.length > 0 ? templateError(labelled.field, read) : null;
      if (error) {
        for (const visitor of onTemplateError) {
          visitor.visit.templateError?.({ ...site, ...labelled, error }, add(visitor, owner));
        }
      }
      if ('error' in read) continue;
      const template = templateSite(site, labelled, read);
      for (const visitor of onTemplate) visitor.visit.template?.(template, add(visitor, owner));
    }
  }
  return inOrder(findings);
}

const ownerOf = ({ entry, step }: RequestSite): Owner => ({
  connector: nameOf(entry),
  step: step === null ? null : step.name || null,
});

function inOrder(findings: readonly Finding[]): Finding[] {
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

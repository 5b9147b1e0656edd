/** SARIF 2.1.0 (OASIS), as code scanning services read it. */
import { createHash } from 'node:crypto';
import { version } from '../../platform/version.js';
import type { Diagnostic } from '../diagnostic.js';
import { languageOf } from '../example-language.js';
import type { Edit } from '../finding.js';
import type { LintReport, ReportedFinding } from '../report.js';
import type { Rule } from '../rule.js';
import { severityOf } from '../settings.js';
import { fieldOf } from './field.js';
import { adviceOf, maskedDiagnostic } from './masked.js';
import type { Reporter, ReporterStyle } from './reporter.js';

/** GitHub's code scanning refuses a file with more results in a run. */
const mostResults = 25_000;

export const sarif: Reporter = (report, style) => {
  const { rules } = report.settings;
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = fingerprinter();
  const findings = worst(report.findings);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'connector-cli',
            version,
            semanticVersion: version,
            rules: rules.map((rule) => descriptorOf(rule, report)),
          },
        },
        // Columns count as everywhere in this program.
        columnKind: 'unicodeCodePoints',
        artifacts: report.files.map(({ path }) => ({ location: locationOf(style.fromRoot(path)) })),
        ...invocationsOf(report.findings.length - findings.length),
        results: findings.map((finding) => ({
          ...resultOf(finding, style, indexOf),
          partialFingerprints: { 'connectorCli/v1': fingerprints(finding.diagnostic) },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

/** As many as a service takes, in their order: errors before warnings where it is too many. */
function worst(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  if (findings.length <= mostResults) return findings;
  const isError = ({ diagnostic }: ReportedFinding): boolean => diagnostic.severity === 'error';
  const ranked = [...findings.filter(isError), ...findings.filter((each) => !isError(each))];
  const kept = new Set(ranked.slice(0, mostResults));
  return findings.filter((each) => kept.has(each));
}

/** Says what the file does not hold. */
function invocationsOf(leftOut: number) {
  if (leftOut === 0) return {};
  const text = `${leftOut} more findings are left out: a run holds ${mostResults} at most.`;
  const toolExecutionNotifications = [{ level: 'warning', message: { text } }];
  return { invocations: [{ executionSuccessful: true, toolExecutionNotifications }] };
}

function descriptorOf(rule: Rule, { settings }: LintReport) {
  const severity = severityOf(settings, rule);
  const { why, wrong, right } = rule.documentation;
  const language = languageOf(rule);
  return {
    id: rule.id,
    shortDescription: { text: `${rule.summary}.` },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\nWrong:\n${wrong}\n\nRight:\n${right}\n`,
      markdown: `${why}\n\nWrong:\n\n\`\`\`${language}\n${wrong}\n\`\`\`\n\nRight:\n\n\`\`\`${language}\n${right}\n\`\`\`\n`,
    },
    defaultConfiguration: { enabled: severity !== 'off', level: severity === 'error' ? 'error' : 'warning' },
  };
}

function resultOf(
  { diagnostic, source, fix }: ReportedFinding,
  { mask, fromRoot }: ReporterStyle,
  indexOf: ReadonlyMap<string, number>,
) {
  const masked = maskedDiagnostic(diagnostic, mask);
  const { rule, severity, message, line, column, end_line, end_column, connector, step, pointer } = masked;
  const advice = adviceOf(masked);
  const ruleIndex = indexOf.get(rule);
  const artifactLocation = locationOf(fromRoot(diagnostic.file));
  const name = [connector, step, fieldOf(pointer)].filter((part) => part).join('/');
  const replacements = source && fix ? fix.edits.map((edit) => replacementOf(edit, source, mask)) : [];
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: severity,
    message: { text: advice === '' ? message : `${message}\n${advice}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          region: { startLine: line, startColumn: column, endLine: end_line, endColumn: end_column },
        },
        ...(name === '' ? {} : { logicalLocations: [{ fullyQualifiedName: name }] }),
      },
    ],
    ...(fix && replacements.length > 0 && !replacements.includes(null)
      ? {
          fixes: [
            { description: { text: mask(fix.does) }, artifactChanges: [{ artifactLocation, replacements }] },
          ],
        }
      : {}),
  };
}

/** Null where the text to insert holds a secret. */
function replacementOf(
  { span, text }: Edit,
  source: NonNullable<ReportedFinding['source']>,
  mask: ReporterStyle['mask'],
) {
  if (mask(text) !== text) return null;
  const start = source.positionAt(span.start);
  const end = source.positionAt(span.end);
  return {
    deletedRegion: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
    insertedContent: { text },
  };
}

/** Within the repository relative to its root, which the service knows; elsewhere absolute. */
function locationOf(path: string) {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${encoded}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${encoded.replace('%3A', ':')}` };
  return { uri: encoded, uriBaseId: '%SRCROOT%' };
}

/** The same finding after lines were moved or connectors reordered; the second of a kind gets a number. */
function fingerprinter(): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>();
  return ({ rule, file, connector, step, pointer, message }) => {
    const field = fieldOf(pointer).replace(/^steps\[\d+\]/, '');
    const hash = createHash('sha256')
      .update(JSON.stringify([rule, file, connector, step, field, message]))
      .digest('hex')
      .slice(0, 32);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  };
}

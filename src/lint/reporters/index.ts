import type { Reporter } from './reporter.js';

export type { Reporter, ReporterStyle } from './reporter.js';

export type ReportFormat = 'pretty' | 'json' | 'sarif' | 'github' | 'junit';

/** Each is loaded when it is asked for. */
export const reporters: Readonly<Record<ReportFormat, () => Promise<Reporter>>> = {
  pretty: async () => (await import('./pretty.js')).pretty,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  junit: async () => (await import('./junit.js')).junit,
};

export const reportFormats = Object.keys(reporters) as ReportFormat[];

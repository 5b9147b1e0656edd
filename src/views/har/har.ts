/**
 * A run as an HTTP archive (HAR 1.2): what was sent and what came back, for browser devtools and every other reader of
 * the format. A pure function of the result tree; every text is masked before it becomes a part of the document.
 */
import type { Har, Page } from 'har-format';
import type { RunResult } from '../../platform/result.js';
import { countOf, formatStatus } from '../format.js';
import type { Mask } from '../text.js';
import { entryOf } from './entry.js';

export interface HarOptions {
  mask: Mask;
  /** Of this program, for `creator`. */
  version: string;
}

/** JSON, two spaces a level, with a newline at the end. Each run is a page. */
export function harText(runs: readonly RunResult[], options: HarOptions): string {
  return `${JSON.stringify(harOf(runs, options), null, 2)}\n`;
}

function harOf(runs: readonly RunResult[], { mask, version }: HarOptions): Har {
  const idOf = (index: number) => (runs.length === 1 ? 'run' : `run-${index + 1}`);
  return {
    log: {
      version: '1.2',
      creator: { name: 'connector-cli', version },
      pages: runs.map((result, index) => pageOf(result, idOf(index), mask)),
      entries: runs.flatMap((result, index) => {
        const run = { pageId: idOf(index), started_at_ms: result.started_at_ms, mask };
        return result.steps.flatMap((step) => step.requests.map((request) => entryOf(request, step, run)));
      }),
    },
  };
}

function pageOf(result: RunResult, pageId: string, mask: Mask): Page {
  return {
    startedDateTime: new Date(result.started_at_ms).toISOString(),
    id: pageId,
    title: mask(result.permalink),
    pageTimings: { onLoad: Math.round(result.timing.total_ms * 1000) / 1000 },
    comment: commentOf(result, mask),
    _requestId: mask(result.request_id),
  };
}

/** How the run ended, and why it may show fewer requests than it has steps. */
function commentOf(result: RunResult, mask: Mask): string {
  const sentences = [result.interrupted ? 'Interrupted' : formatStatus(result.status)];
  if (result.error?.scope != null) sentences.push(result.error.scope);
  if (result.error !== null && result.error.detail !== '') sentences.push(result.error.detail);
  for (const step of result.steps) {
    if (step.requests.some((request) => request.purpose === 'call')) continue;
    if (step.cache === 'hit') sentences.push(`Step '${step.name}' was answered by the cache`);
    else if (step.failure?.template) {
      const { field } = step.failure.template;
      sentences.push(`Step '${step.name}' sent no request: its template failed (${field})`);
    } else if (step.failure !== null) sentences.push(`Step '${step.name}' failed before its request`);
  }
  const skipped = result.steps.filter((step) => step.state === 'skipped').length;
  if (skipped > 0) sentences.push(`${countOf(skipped, 'step')} did not run`);
  return `${sentences.map((sentence) => mask(sentence)).join('. ')}.`;
}

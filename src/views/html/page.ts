/**
 * A run as one page that needs nothing but itself: no script, no font, no picture from anywhere. A pure function of the
 * result tree; every text from outside is masked, made visible and escaped, in this order.
 */
import { createHash } from 'node:crypto';
import type { RunResult } from '../../platform/result.js';
import type { Mask } from '../text.js';
import { html, Markup } from './markup.js';
import { createPaper } from './paper.js';
import { stepsSection } from './steps.js';
import { styles } from './styles.js';
import { answerSection, outcomeOf, summaryHeader, warningsSection } from './summary.js';
import { waterfallSection } from './waterfall.js';

export interface HtmlOptions {
  mask: Mask;
  /** Of this program, for the foot of the page. */
  version: string;
}

export function htmlText(result: RunResult, { mask, version }: HtmlOptions): string {
  const paper = createPaper(mask);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${outcomeOf(result)} · ${paper.plain(result.permalink)}</title>
<style>${new Markup(styles)}</style>
</head>
<body>
<main>
${summaryHeader(result, paper)}
${waterfallSection(result, paper)}
${warningsSection(result.warnings, paper)}
${stepsSection(result, paper)}
${answerSection(result, paper)}
</main>
<footer>connector-cli ${version}</footer>
</body>
</html>
`.html;
}

/** Even where something slipped through, a browser would neither run nor load it. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

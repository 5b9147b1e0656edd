/** Asks a form or offers a list on the terminal it is started on, and prints what came of it: for a terminal multiplexer. */
import { askQuestions } from '../../src/views/prompts/ask-questions.js';
import { pick } from '../../src/views/prompts/pick.js';
import { items, questions } from './prompts/samples.js';

const [what = 'form', count = '240'] = process.argv.slice(2);
const streams = {
  stdin: process.stdin,
  stdout: process.stdout,
  color: process.stdout.getColorDepth() > 4,
} as const;
const result =
  what === 'form'
    ? await askQuestions(questions, streams)
    : await pick(items(Number(count)), { title: 'Run which connector?' }, streams);
const shown = result instanceof Map ? Object.fromEntries(result) : result;
process.stdout.write(`result ${JSON.stringify(shown)}\n`);
process.exitCode = result === null ? 130 : 0;

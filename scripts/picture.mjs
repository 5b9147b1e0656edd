#!/usr/bin/env node
/**
 * Makes docs/waterfall.svg from what the program really prints.
 *
 *   node scripts/picture.mjs [--output <file>] [--columns <n>] [--title <text>] [--until <text>] -- <command> [arguments]
 *
 * The command runs without a terminal, with colour. `--until` leaves out everything from the first line that holds the
 * text. Without a command the text comes from standard input.
 */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ansiToSvg } from './ansi-svg.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    output: { type: 'string', default: fileURLToPath(new URL('../docs/waterfall.svg', import.meta.url)) },
    columns: { type: 'string', default: '100' },
    title: { type: 'string', default: '' },
    until: { type: 'string' },
  },
});

const columns = Number(values.columns);
const output = positionals.length === 0 ? await text(process.stdin) : await outputOf(positionals);
const cut = values.until === undefined ? -1 : output.indexOf(values.until);
const shown = cut === -1 ? output : output.slice(0, output.lastIndexOf('\n', cut) + 1);
if (shown.trim() === '') throw new Error('the command printed nothing to make a picture of');
await writeFile(values.output, ansiToSvg(shown, { columns, title: values.title || positionals.join(' ') }));

/** Standard output of the command; its exit code does not matter, a failing run is worth a picture, too. */
async function outputOf([command, ...rest]) {
  const env = { ...process.env, FORCE_COLOR: '2', COLUMNS: String(columns) };
  delete env.NO_COLOR;
  const child = spawn(command, rest, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const failed = new Promise((_, reject) => child.once('error', reject));
  return Promise.race([text(child.stdout), failed]);
}

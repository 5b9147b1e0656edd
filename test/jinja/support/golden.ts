/** The golden corpus, and how an answer of the engine is compared with the real Jinja2's. */
import { readdirSync, readFileSync } from 'node:fs';
import type { TemplateContext } from '../../../src/jinja/index.js';
import { Environment, parseJson, TemplateError } from '../../../src/jinja/index.js';

export interface Failure {
  /** Python's class. */
  readonly class: string;
  readonly message: string;
  /** `null` where the traceback does not pass through the template. */
  readonly line: number | null;
}

export interface Answer {
  readonly output?: string;
  readonly error?: Failure;
}

export interface GoldenCase extends Answer {
  readonly id: string;
  readonly template: string;
  /** JSON text, so that `1.0` and long integers arrive as they stand. */
  readonly context?: string;
  /** On unless it says otherwise. */
  readonly autoescape?: boolean;
}

const folder = new URL('../golden/corpus/', import.meta.url);

export const topics = readdirSync(folder)
  .map((file) => file.replace(/\.json$/, ''))
  .sort();

export const casesOf = (topic: string): GoldenCase[] =>
  JSON.parse(readFileSync(new URL(`${topic}.json`, folder), 'utf8'));

const environments = new Map([true, false].map((on) => [on, new Environment({ autoescape: on })]));

export function answer({ template, context = '{}', autoescape = true }: GoldenCase): Answer {
  try {
    const environment = environments.get(autoescape) as Environment;
    return { output: environment.fromString(template).render(parseJson(context) as TemplateContext) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { error: { class: error.pythonName, message: error.message, line: error.line } };
  }
}

/** What differs; nothing where both agree. */
export function differences(expected: Answer, got: Answer): string[] {
  if (!expected.error || !got.error) {
    return expected.output === got.output && !expected.error === !got.error ? [] : ['output'];
  }
  const { class: kind, message, line } = expected.error;
  const found: string[] = [];
  if (kind !== got.error.class) found.push('class');
  if (message !== got.error.message) found.push('message');
  if (line !== null && line !== got.error.line) found.push('line');
  return found;
}

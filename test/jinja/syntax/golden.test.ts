/**
 * Whole templates, with what the real Jinja2 made of them (recorded by test/jinja/oracle/record.py). Errors agree in
 * Python's class and message; syntax errors in their line as well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Environment, parseJson, TemplateError, TemplateSyntaxError } from '../../../src/jinja/index.js';

interface Case {
  readonly template: string;
  readonly autoescape?: boolean;
  readonly output?: string;
  readonly error?: string;
  readonly message?: string;
  readonly line?: number;
}

const directory = new URL('golden/', import.meta.url);
const environments = { on: new Environment({ autoescape: true }), off: new Environment() };

/** CPython names its generated code in the message, where it has no business. */
const withoutPythonPlace = (message: string) =>
  message.replace(/ \(<template>, line \d+\)$/, '').replace(/'l_\d+_(\w+)'/, "'$1'");

function render({ template, autoescape = true }: Case, context: unknown): Partial<Case> {
  const environment = autoescape ? environments.on : environments.off;
  try {
    const compiled = environment.fromString(template);
    return { output: compiled.render(parseJson(JSON.stringify(context))) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const place = error instanceof TemplateSyntaxError && error.pythonName !== 'SyntaxError';
    return { error: error.pythonName, message: error.message, ...(place && { line: error.line }) };
  }
}

function expected({ output, error, message = '', line }: Case): Partial<Case> {
  if (error === undefined) return { output: output as string };
  const isSyntax = error === 'TemplateSyntaxError' || error === 'TemplateAssertionError';
  return { error, message: withoutPythonPlace(message), ...(isSyntax && { line }) } as Partial<Case>;
}

for (const file of readdirSync(directory)) {
  const golden = JSON.parse(readFileSync(new URL(file, directory), 'utf8')) as {
    readonly context: unknown;
    readonly cases: readonly Case[];
  };
  describe(file, () => {
    it.each(golden.cases.map((one) => [one.template, one] as const))('%s', (_template, one) => {
      expect(render(one, golden.context)).toEqual(expected(one));
    });
  });
}

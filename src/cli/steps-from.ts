/** `--steps-from <file>`: answers of steps, written by hand or taken from `run --json`. */
import { resolve } from 'node:path';
import type { VisibleResponse } from '../platform/contexts.js';
import type { ConnectorKind, HeaderMap, RunWarning } from '../platform/result.js';
import { type RecordedStep, type RecordedSteps, recordedSteps } from '../platform/step-outputs.js';
import type { JsonNode, JsonObject, JsonString } from '../registry/json/nodes.js';
import { parseJson } from '../registry/json/parse.js';
import { readText } from '../text/read-file.js';
import { SourceFile, type Span } from '../text/source.js';
import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';

const fileLimit_bytes = 64 * 1024 * 1024;

/** The connector that the answers are for. */
export interface StepsOwner {
  kind: ConnectorKind;
  permalink: string;
  /** Of its steps; a simple one has its permalink as the only step. */
  names: readonly string[];
}

export interface StepsFrom extends RecordedSteps {
  warnings: readonly RunWarning[];
}

/**
 * Three shapes: a document of `run --json`; `{"steps": {"contact": {"status_code": 200, "headers": {}, "body": ...}}}`; and
 * the same without `steps` around it. A `body` that is no string is taken as the JSON text that stands in the file, to the digit.
 * `transformed` beside `body` is what later steps see instead of it.
 * @throws {UserError} with the place in the file
 */
export async function readStepsFrom(path: string, owner: StepsOwner, cwd: string): Promise<StepsFrom> {
  const full = resolve(cwd, path);
  return parseStepsFrom(
    new SourceFile(full, await readText(full, '--steps-from file', fileLimit_bytes)),
    owner,
  );
}

/** @throws {UserError} with the place in the file */
export function parseStepsFrom(file: SourceFile, owner: StepsOwner): StepsFrom {
  const reader = new StepsReader(file, owner);
  const steps = recordedSteps(reader.read());
  return { ...steps, warnings: reader.other === null ? [] : [otherConnector(reader.other, owner)] };
}

const otherConnector = (other: string, { kind, permalink }: StepsOwner): RunWarning => ({
  code: 'steps-from-other-connector',
  message: `the file of --steps-from is a run of the ${other}, not of the ${kindNames[kind]} '${permalink}'; its answers are used as if they were of this one`,
  step: null,
});

const kindNames: Record<ConnectorKind, string> = { simple: 'simple connector', composite: 'composite' };

const stepKeys = ['status_code', 'headers', 'body', 'transformed'];

class StepsReader {
  readonly #file: SourceFile;
  readonly #owner: StepsOwner;
  /** The connector whose run the file is, `composite 'a'`; null where it is the owner's or does not say. */
  other: string | null = null;

  constructor(file: SourceFile, owner: StepsOwner) {
    this.#file = file;
    this.#owner = owner;
  }

  read(): RecordedStep[] {
    const { root, errors } = parseJson(this.#file);
    const [error] = errors;
    if (error) throw this.#fault('steps-from-not-json', error.message, error.span);
    const document = this.#object(root, 'The file');
    const steps = member(document, 'steps');
    if (steps?.type === 'array') {
      this.other = this.#otherOwner(document);
      return steps.items.flatMap((item) => this.#ofRun(item));
    }
    const map = steps === undefined ? document : this.#object(steps, '`steps`');
    return map.members.map(({ key, value }) => this.#written(key, value));
  }

  #otherOwner(document: JsonObject): string | null {
    const permalink = member(document, 'permalink');
    const kind = member(document, 'kind');
    if (permalink?.type !== 'string') return null;
    const isOfKind = kind?.type === 'string' && (kind.value === 'simple' || kind.value === 'composite');
    const { kind: ownKind, permalink: own } = this.#owner;
    const itsKind: ConnectorKind = isOfKind ? (kind.value as ConnectorKind) : ownKind;
    return permalink.value === own && itsKind === ownKind
      ? null
      : `${kindNames[itsKind]} '${permalink.value}'`;
  }

  /** An entry of a run's `steps`; a step without an answer gives nothing. */
  #ofRun(item: JsonNode): RecordedStep[] {
    const step = this.#object(item, 'A step');
    const name = member(step, 'name');
    if (name?.type !== 'string') throw this.#shape('A step of a run has a `name`.', item);
    this.#known(name);
    const response = member(step, 'response');
    if (response === undefined || response.type === 'null') return [];
    const state = member(step, 'state');
    const done = !(state?.type === 'string' && state.value !== 'done');
    return [{ name: name.value, done, ...this.#answer(this.#object(response, '`response`')) }];
  }

  #written(key: JsonString, value: JsonNode): RecordedStep {
    this.#known(key);
    const response = this.#object(value, `'${key.value}'`);
    for (const { key: each } of response.members) {
      if (stepKeys.includes(each.value)) continue;
      const near = suggest(each.value, stepKeys);
      throw this.#shape(
        `A step's answer has no '${each.value}'.`,
        each,
        near ? `Did you mean '${near}'?` : `It has: ${stepKeys.join(', ')}.`,
      );
    }
    return { name: key.value, done: true, ...this.#answer(response) };
  }

  #answer(response: JsonObject): { response: VisibleResponse; transformed: string | null } {
    const visible = {
      body: this.#text(member(response, 'body')),
      statusCode: this.#status(member(response, 'status_code')),
      headers: this.#headers(member(response, 'headers')),
    };
    return { response: visible, transformed: this.#text(member(response, 'transformed')) };
  }

  #text(node: JsonNode | undefined): string | null {
    if (node === undefined || node.type === 'null') return null;
    return node.type === 'string' ? node.value : this.#file.text.slice(node.start, node.end);
  }

  #status(node: JsonNode | undefined): number {
    if (node === undefined) return 200;
    if (node.type === 'number' && /^[1-5]\d\d$/.test(node.source)) return Number(node.source);
    throw this.#shape('`status_code` is a whole number from 100 to 599.', node);
  }

  /** Names in lower case, as templates see them. */
  #headers(node: JsonNode | undefined): HeaderMap {
    const headers: HeaderMap = Object.create(null);
    if (node === undefined) return headers;
    for (const { key, value } of this.#object(node, '`headers`').members) {
      if (value.type !== 'string') throw this.#shape(`The header '${key.value}' is not a string.`, value);
      headers[key.value.toLowerCase()] = value.value;
    }
    return headers;
  }

  #known(name: JsonString): void {
    const { names } = this.#owner;
    if (names.includes(name.value)) return;
    const near = suggest(name.value, names);
    const foreign = this.other === null ? '' : `The file is a run of the ${this.other}. `;
    throw this.#fault(
      'steps-from-unknown-step',
      `The connector has no step '${name.value}'.`,
      { start: name.start, end: name.end },
      foreign + (near ? `Did you mean '${near}'?` : `Its steps: ${listNames(names)}.`),
    );
  }

  #object(node: JsonNode | undefined, what: string): JsonObject {
    if (node?.type === 'object') return node;
    throw this.#shape(`${what} must be a JSON object.`, node);
  }

  #shape(
    message: string,
    node: JsonNode | undefined,
    hint = 'Write {"steps": {"<name>": {"status_code": 200, "headers": {}, "body": ...}}}, or give a document of `run --json`.',
  ): UserError {
    const span = node === undefined ? { start: 0, end: 0 } : { start: node.start, end: node.end };
    return this.#fault('steps-from-wrong-shape', message, span, hint);
  }

  #fault(code: string, message: string, span: Span, hint?: string): UserError {
    const { line, column } = this.#file.positionAt(span.start);
    return new UserError({ code, message, file: this.#file.path, line, column, hint });
  }
}

/** The last of repeated members counts, as everywhere in JSON. */
const member = (object: JsonObject, name: string): JsonNode | undefined =>
  object.members.findLast(({ key }) => key.value === name)?.value;

import type { JsonObject } from '../json/nodes.js';
import { childPointer } from '../json/pointer.js';
import type { Composite, SimpleConnector, Step, TextField } from '../model.js';
import { derivePermalink } from '../permalink.js';
import type { Owner } from '../problem.js';
import { compositeRules, simpleRules, stepRules } from '../rules/registry-fields.js';
import { type Fields, readFields, textOf } from './fields.js';
import { isNode, type Located, type Reader } from './reader.js';
import { readRequest, readRows } from './request.js';
import { describeType, quote } from './words.js';

export function readSimple(reader: Reader, object: Located<JsonObject>): SimpleConnector {
  const entry = { ...object, owner: ownerOf(object.node) };
  const fields = readFields(reader, entry, simpleRules);
  const names = readNames(reader, entry, fields);
  const request = readRequest(reader, entry, fields);
  // Written out, here and in steps: with spreads V8 gives each of thousands of entries a hidden class of its own.
  return {
    kind: 'simple',
    name: names.name,
    nameField: names.nameField,
    permalink: names.permalink,
    permalinkField: names.permalinkField,
    permalinkDerived: names.permalinkDerived,
    url: request.url,
    method: request.method,
    methodField: request.methodField,
    headers: request.headers,
    queryParameters: request.queryParameters,
    authentication: request.authentication,
    requestBody: request.requestBody,
    responseBody: request.responseBody,
    responseContentType: request.responseContentType,
    span: request.span,
    pointer: request.pointer,
    pathParameters: readRows(reader, fields, 'path_parameters'),
  };
}

export function readComposite(reader: Reader, object: Located<JsonObject>): Composite {
  const entry = { ...object, owner: ownerOf(object.node) };
  const fields = readFields(reader, entry, compositeRules);
  const names = readNames(reader, entry, fields);
  return {
    kind: 'composite',
    name: names.name,
    nameField: names.nameField,
    permalink: names.permalink,
    permalinkField: names.permalinkField,
    permalinkDerived: names.permalinkDerived,
    steps: readSteps(reader, fields),
    span: { start: object.node.start, end: object.node.end },
    pointer: object.pointer,
  };
}

function readSteps(reader: Reader, fields: Fields): Step[] {
  const array = fields.get('steps');
  if (!isNode(array, 'array')) return [];
  if (array.node.items.length === 0) {
    reader.report(array, { code: 'no-steps', message: 'A composite must have at least one step.' });
  }
  const steps: Step[] = [];
  const seen = new Map<string, TextField>();
  const { pointer, owner: around } = array;
  for (const [index, node] of array.node.items.entries()) {
    const at = { node, pointer: childPointer(pointer, index), owner: around };
    if (!isNode(at, 'object')) {
      reader.report(at, {
        code: 'wrong-type',
        message: `A step must be an object, not ${describeType(node)}.`,
      });
      continue;
    }
    const name = textMember(at.node, 'name');
    const owner = name ? { ...around, step: name } : around;
    const step = readStep(reader, { ...at, owner }, index);
    steps.push(step);
    if (step.nameField) reportRepeated(reader, step.nameField, seen, owner, 'duplicate-step-name');
  }
  return steps;
}

function readStep(reader: Reader, at: Located<JsonObject>, index: number): Step {
  const fields = readFields(reader, at, stepRules);
  const nameField = textOf(reader, fields, 'name');
  const request = readRequest(reader, at, fields);
  return {
    name: nameField?.value ?? '',
    nameField,
    index,
    url: request.url,
    method: request.method,
    methodField: request.methodField,
    headers: request.headers,
    queryParameters: request.queryParameters,
    authentication: request.authentication,
    requestBody: request.requestBody,
    responseBody: request.responseBody,
    responseContentType: request.responseContentType,
    span: request.span,
    pointer: request.pointer,
  };
}

function readNames(reader: Reader, entry: Located<JsonObject>, fields: Fields) {
  const nameField = textOf(reader, fields, 'name');
  const permalinkField = textOf(reader, fields, 'permalink');
  const name = nameField?.value ?? '';
  const permalink = permalinkField?.value ?? derivePermalink(name);
  const nameNode = fields.get('name');
  // An empty name and a permalink of the wrong type have their own problems.
  const isMissing =
    permalink === '' && name !== '' && !entry.node.members.some(({ key }) => key.value === 'permalink');
  if (isMissing && nameNode) {
    reader.report(nameNode, {
      code: 'underivable-permalink',
      message: `The name ${quote(name)} has no letter a-z and no digit to make a permalink of; add \`permalink\`.`,
    });
  }
  return { name, nameField, permalink, permalinkField, permalinkDerived: permalinkField === null };
}

/** Reports a name that stands in `seen` already; else adds it. Names that are empty have their own problem. */
function reportRepeated(
  reader: Reader,
  field: TextField,
  seen: Map<string, TextField>,
  owner: Owner,
  code: 'duplicate-step-name',
): void {
  if (field.value === '') return;
  const first = seen.get(field.value);
  if (!first) {
    seen.set(field.value, field);
    return;
  }
  const { line } = reader.file.positionAt(first.span.start);
  const node = { type: 'string', value: field.value, ...field.span } as const;
  const message = `Two steps are called ${quote(field.value)}; the first stands in line ${line}.`;
  reader.report({ node, pointer: field.pointer, owner }, { code, message });
}

/** How the platform's own errors would name the entry. */
function ownerOf(node: JsonObject): Owner {
  const name = textMember(node, 'name');
  const connector = textMember(node, 'permalink') || (name && derivePermalink(name)) || name;
  return connector ? { connector } : {};
}

function textMember(node: JsonObject, name: string): string | undefined {
  const value = node.members.findLast(({ key }) => key.value === name)?.value;
  return value?.type === 'string' ? value.value : undefined;
}

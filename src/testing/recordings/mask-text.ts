/** Masking for files that are kept: beyond the secrets that are known, what a name or form gives away. */
import type { JsonNode } from '../../registry/json/nodes.js';
import { knownCredentials } from '../../text/credentials/formats.js';
import { namedPairs } from '../../text/credentials/names.js';
import { utf8Text } from '../../text/utf8.js';
import { readJson } from '../json/read.js';

export type Mask = (text: string) => string;

export const mark = '***';

/** Shorter numbers are masked by chance. As in `SecretMask`. */
const shortestNumber = 4;

/** Members of JSON and of forms that hold credentials whatever their value looks like. */
const secretField =
  /^(?:access_?token|refresh_?token|id_?token|client_?secret|client_?assertion|assertion|api_?key|password|private_?key)$/i;
const secretPair =
  /\b((?:access_?token|refresh_?token|id_?token|client_?secret|client_?assertion|assertion|api_?key|password)=)([^&\s"'<>;,]+)/gi;

/** `mask`, and what gives itself away: signed tokens, keys of known services, `access_token=...`. */
export const maskPlain = (value: string, mask: Mask): string => {
  const masked = mask(value).replace(secretPair, (_all, name: string) => `${name}${mark}`);
  const found = [...knownCredentials(masked), ...namedPairs({ value: masked })];
  return splice(
    masked,
    found.map(({ start, end }) => ({ start, end, by: mark })),
  );
};

/** JSON stays JSON, in its own layout: strings, keys and numbers are masked one by one. */
export function maskText(content: string, mask: Mask): string {
  const root = /^\s*[[{"]/.test(content) ? readJson(content) : null;
  if (root === null) return maskPlain(content, mask);
  const hidden = mask(content) === content ? (each: string) => each : mask;
  const edits: Edit[] = [];
  collectEdits(root, '', hidden, edits);
  const masked = splice(content, edits);
  // A secret may span several values.
  const again = mask(masked);
  return again === masked ? masked : again;
}

/** Bytes that are no text are searched as such. */
export function maskBytes(bytes: Uint8Array, mask: Mask): Uint8Array {
  const content = utf8Text(bytes);
  if (content !== null) {
    const masked = maskText(content, mask);
    return masked === content ? bytes : Buffer.from(masked);
  }
  const readable = Buffer.from(bytes).toString('latin1');
  const masked = mask(readable);
  return masked === readable ? bytes : Buffer.from(masked, 'latin1');
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

function collectEdits(node: JsonNode, name: string, mask: Mask, edits: Edit[]): void {
  switch (node.type) {
    case 'array':
      for (const item of node.items) collectEdits(item, name, mask, edits);
      return;
    case 'object':
      for (const { key, value } of node.members) {
        const shown = mask(key.value);
        if (shown !== key.value) edits.push({ ...key, by: JSON.stringify(shown) });
        collectEdits(value, key.value, mask, edits);
      }
      return;
    case 'string': {
      const isSecret = secretField.test(name) && node.value.trim() !== '';
      const shown = isSecret ? mark : maskPlain(node.value, mask);
      if (shown !== node.value) edits.push({ ...node, by: JSON.stringify(shown) });
      return;
    }
    case 'number':
      if (node.source.length >= shortestNumber && mask(node.source) !== node.source) {
        edits.push({ ...node, by: `"${mark}"` });
      }
  }
}

function splice(content: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let written = 0;
  for (const { start, end, by } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < written) continue;
    parts.push(content.slice(written, start), by);
    written = end;
  }
  return parts.length === 0 ? content : parts.join('') + content.slice(written);
}

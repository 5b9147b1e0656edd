/**
 * What answers show to be credentials beside what the pipeline looks for: they may turn up again in other requests and
 * answers of the same run, under names that say nothing.
 */
import { SecretMask } from '../../config/index.js';
import { tokenFields } from '../../platform/collect-tokens.js';
import type { UpstreamResponse } from '../../platform/transport/transport.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { knownCredentials } from '../../text/credentials/formats.js';
import { isCredentialName } from '../../text/credentials/names.js';
import { utf8Text } from '../../text/utf8.js';
import { readJson } from '../json/read.js';
import type { Mask } from './mask-text.js';

/** Shorter values are words, flags and test data. */
const shortest = 8;

/** `mask`, and what the answers give away. */
export function withLearntSecrets(mask: Mask, answers: readonly UpstreamResponse[]): Mask {
  const learnt = new SecretMask();
  const add = (value: string) => {
    if (value.length >= shortest) learnt.add(value);
  };
  for (const { headerList, body } of answers) {
    for (const [name, value] of headerList) addHeader(name.toLowerCase(), value, add);
    const content = utf8Text(body);
    if (content === null) continue;
    addKnown(content, add);
    const root = /^\s*[[{]/.test(content) ? readJson(content) : null;
    if (root) addMembers(root, '', add);
  }
  return (text) => learnt.mask(mask(text));
}

function addHeader(name: string, value: string, add: (value: string) => void): void {
  if (name === 'set-cookie') add(/=([^;]*)/.exec(value)?.[1]?.trim() ?? '');
  else if (/authorization$/.test(name)) add(value.replace(/^\S+\s+/, ''));
  else if (isCredentialName(name)) add(value);
  else addKnown(value, add);
}

function addKnown(content: string, add: (value: string) => void): void {
  for (const { start, end } of knownCredentials(content)) add(content.slice(start, end));
}

function addMembers(node: JsonNode, name: string, add: (value: string) => void): void {
  if (node.type === 'array') for (const item of node.items) addMembers(item, name, add);
  if (node.type === 'object') for (const { key, value } of node.members) addMembers(value, key.value, add);
  if (node.type === 'string' && tokenFields.has(name.toLowerCase())) add(node.value);
}

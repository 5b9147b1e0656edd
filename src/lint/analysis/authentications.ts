/** The authentication blocks of a registry, to compare them with each other. */
import type { Authentication, ConfigValue, Registry, TextField } from '../../registry/model.js';
import { oncePer } from '../../text/once.js';
import { requestSites } from '../sites.js';

export interface Block {
  readonly authentication: Authentication;
  /** What it authenticates for: the beginning of the request's URL up to the path, as written. */
  readonly origin: string;
  /** The fields of its config, as text to compare. */
  readonly values: ReadonlyMap<string, string>;
}

/** By type, each in the order of the file. */
export const blocksOf = oncePer((registry: Registry): ReadonlyMap<string, readonly Block[]> => {
  const byType = new Map<string, Block[]>();
  for (const { request } of requestSites(registry)) {
    const { authentication, url } = request;
    if (!authentication || authentication.config.size === 0) continue;
    const values = new Map<string, string>();
    for (const [name, value] of authentication.config) values.set(name, canonical(value));
    const origin = /^[^/]*\/\/[^/?#]*/.exec(url?.value ?? '')?.[0] ?? '';
    const block = { authentication, origin, values };
    const blocks = byType.get(authentication.type);
    if (blocks) blocks.push(block);
    else byType.set(authentication.type, [block]);
  }
  return byType;
});

/** What only looks different is the same. */
function canonical(value: ConfigValue): string {
  switch (value.kind) {
    case 'text':
      return canonicalText(value.field);
    case 'number':
      return value.source;
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    case 'array':
      return `[${value.items.map(canonical).join()}]`;
    case 'object':
      return `{${[...value.entries]
        .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
        .sort()
        .join()}}`;
  }
}

const canonicalText = ({ value }: TextField): string =>
  value.includes('{{')
    ? value.replace(/\{\{-?[ \t]+|[ \t]+-?\}\}/g, (tag) => tag.trim()).trim()
    : value.trim();

/** The authentication blocks of a registry, to compare them with each other. */
import type {
  Authentication,
  ConfigValue,
  Registry,
  RequestDefinition,
  TextField,
} from '../../registry/model.js';
import { getOrMake } from '../../text/get-or-make.js';
import { oncePer } from '../../text/once.js';
import { requestSites } from '../sites.js';

export interface Block {
  readonly authentication: Authentication;
  readonly request: RequestDefinition;
  /** What it authenticates for: the beginning of the request's URL up to the path, as written. */
  readonly origin: string;
  /** The fields of its config, as text to compare: the same map where they are written the same. */
  readonly values: ReadonlyMap<string, string>;
}

/** By type, each in the order of the file. */
export const blocksOf = oncePer((registry: Registry): ReadonlyMap<string, readonly Block[]> => {
  const byType = new Map<string, Block[]>();
  // Most blocks are written like others, to the letter.
  const asWritten = new Map<string, Block['values']>();
  for (const { request } of requestSites(registry)) {
    const { authentication, url } = request;
    if (!authentication || authentication.config.size === 0) continue;
    const written = registry.file.text.slice(authentication.span.start, authentication.span.end);
    const values = getOrMake(asWritten, written, () => valuesOf(authentication));
    const origin = /^[^/]*\/\/[^/?#]*/.exec(url?.value ?? '')?.[0] ?? '';
    getOrMake(byType, authentication.type, () => []).push({ authentication, request, origin, values });
  }
  return byType;
});

const valuesOf = ({ config }: Authentication): Block['values'] =>
  new Map([...config].map(([name, value]) => [name, canonical(value)]));

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
    ? value
        .replace(/\{\{-?[ \t]+|[ \t]+-?\}\}/g, (tag) => tag.trim())
        .replace(/(get_(?:secret|variable)) ?\( ?(['"])([^'"\\]*)\2 ?\)/g, "$1('$3')")
        .trim()
    : value.trim();

/** A document that has been read, with everything its references reach. */
import { UserError } from '../../text/user-error.js';
import type { ReadDocument } from './read-document.js';
import { type JsonObject, member } from './values.js';
import { isReference } from './walk.js';

export type Specification = 'swagger-2' | 'openapi-3.0' | 'openapi-3.1';

/** What a reference leads to, or in words why it is not followed. */
export type Target = { readonly value: unknown } | { readonly refused: string };

/** Chains of references are short; longer ones are circles. */
const longestChain = 50;

export interface OpenApiDocumentParts {
  readonly location: string;
  readonly specification: Specification;
  readonly root: JsonObject;
  readonly files: ReadonlyMap<string, ReadDocument>;
  readonly refused: ReadonlyMap<string, string>;
}

export class OpenApiDocument {
  /** An absolute path, or the URL after redirects. */
  readonly location: string;
  readonly specification: Specification;
  readonly root: JsonObject;
  /** The document itself and what it refers to, by location. References in them are `<location>#<pointer>`. */
  private readonly files: ReadonlyMap<string, ReadDocument>;
  /** Why a location was not read. */
  private readonly refused: ReadonlyMap<string, string>;

  constructor(parts: OpenApiDocumentParts) {
    this.location = parts.location;
    this.specification = parts.specification;
    this.root = parts.root;
    this.files = parts.files;
    this.refused = parts.refused;
  }

  /** The value itself, or what its references lead to in the end. */
  target(value: unknown): Target {
    let current = value;
    for (let steps = 0; isReference(current); steps += 1) {
      const { $ref } = current;
      if (steps === longestChain) return { refused: `the reference ${$ref} leads back to itself` };
      const next = this.lookUp($ref);
      if ('refused' in next) return next;
      current = next.value;
    }
    return { value: current };
  }

  /** @throws UserError `openapi-reference` where a reference on the way is not followed */
  follow(value: unknown): unknown {
    const target = this.target(value);
    if ('value' in target) return target.value;
    throw new UserError({
      code: 'openapi-reference',
      file: this.location,
      message: `A part of the operation cannot be read: ${target.refused}.`,
      hint: 'Bundle the document into one file first, or load it from the URL that it was published at.',
    });
  }

  private lookUp(reference: string): Target {
    const hash = reference.indexOf('#');
    const location = hash < 0 ? reference : reference.slice(0, hash);
    const refused = this.refused.get(location);
    if (refused !== undefined) return { refused };
    const file = this.files.get(location || this.location);
    const found = file && valueAt(file.value, hash < 0 ? '' : reference.slice(hash + 1));
    return found === undefined ? { refused: `the reference ${reference} leads nowhere` } : { value: found };
  }
}

/** What a JSON pointer (RFC 6901), as the fragment of a URL, leads to; undefined where that is nothing. */
export function valueAt(root: unknown, fragment: string): unknown {
  if (fragment === '') return root;
  if (!fragment.startsWith('/')) return anchored(root, fragment);
  let current = root;
  for (const token of fragment.slice(1).split('/')) {
    const key = decoded(token).replaceAll('~1', '/').replaceAll('~0', '~');
    current = Array.isArray(current)
      ? /^\d+$/.test(key)
        ? current[Number(key)]
        : undefined
      : member(current, key);
  }
  return current;
}

/** `$anchor` of a schema among the document's own: OpenAPI 3.1. */
function anchored(root: unknown, name: string): unknown {
  const schemas = member(member(root, 'components'), 'schemas');
  return Object.values(schemas ?? {}).find((schema) => member(schema, '$anchor') === name);
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

/** Reads, checks and resolves an OpenAPI document. */
import { resolve } from 'node:path';
import { readText } from '../../text/read-file.js';
import { checkDocument } from './check-document.js';
import { OpenApiDocument } from './document.js';
import { type DownloadOptions, Downloads } from './download.js';
import { readReferenced } from './external.js';
import { largestDocument_bytes, readDocument } from './read-document.js';
import type { JsonObject } from './values.js';
import { specificationOf } from './version.js';

export interface LoadOptions extends DownloadOptions {
  /** What a relative path starts from. Default: the working directory. */
  cwd?: string | undefined;
}

/**
 * Reads an OpenAPI 3.0 or 3.1 or Swagger 2.0 document, JSON or YAML, and what it refers to: files beneath its own folder, or
 * resources of its own origin. References to anywhere else are left, and fail where an operation needs them.
 * @param source a path, or an `https:` URL (`http:` to a loopback address)
 * @throws UserError where the document cannot be read, is none, or is not valid
 */
export async function loadOpenApi(source: string, options: LoadOptions = {}): Promise<OpenApiDocument> {
  const downloads = new Downloads(options);
  try {
    const { location, text } = await read(source, options.cwd ?? process.cwd(), downloads);
    const document = await readDocument(location, text);
    const specification = specificationOf(document.value, location);
    const { files, refused } = await readReferenced(location, document, downloads);
    const root = document.value as JsonObject;
    const loaded = new OpenApiDocument({ location, specification, root, files, refused });
    await checkDocument(loaded, files, refused);
    return loaded;
  } finally {
    await downloads.close();
  }
}

async function read(
  source: string,
  cwd: string,
  downloads: Downloads,
): Promise<{ location: string; text: string }> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) {
    const { text, url } = await downloads.read(source);
    return { location: url, text };
  }
  const location = resolve(cwd, source);
  return { location, text: await readText(location, 'OpenAPI document', largestDocument_bytes) };
}

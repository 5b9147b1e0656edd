import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cosmiconfig, defaultLoaders, type Loader } from 'cosmiconfig';
import { jsonFault } from '../text/json-fault.js';
import { unreadable } from '../text/read-file.js';
import { UserError } from '../text/user-error.js';
import { type NumberSource, numberSourceOf, unknownSource } from './exact-numbers.js';
import { type Locate, locateInJson, locateInYaml, nowhere } from './locate.js';

/** In the order in which a directory is searched. contracts.md, Configuration. */
export const searchPlaces = [
  ...['js', 'mjs', 'json', 'yaml', 'yml'].map((extension) => `connector.config.${extension}`),
  ...['', '.json', '.yaml', '.yml', '.js', '.mjs'].map((extension) => `.connectorrc${extension}`),
  'package.json',
];

/** A configuration file as read, not yet checked. */
export interface LoadedDocument {
  readonly file: string;
  readonly value: unknown;
  readonly locate: Locate;
  readonly numberSource: NumberSource;
}

/**
 * Reads the configuration of `configPath`, or else the nearest one in `cwd` or above it; undefined where there is none.
 * @param places names of files, in the order in which a directory is searched
 * @throws UserError where a file is there and cannot be read or understood
 */
export async function loadDocument(
  cwd: string,
  configPath?: string,
  places: readonly string[] = searchPlaces,
): Promise<LoadedDocument | undefined> {
  if (configPath !== undefined) {
    const file = resolve(cwd, configPath);
    const loaded = await loadFile(file);
    if (loaded) return loaded;
    throw new UserError({
      code: 'configuration-missing',
      file,
      message: 'This package.json has no `connector` key.',
    });
  }
  // Not cosmiconfig's own search: it ends at the first package.json, and passes over files that cannot be read.
  for (let directory = resolve(cwd); ; directory = dirname(directory)) {
    for (const place of places) {
      const file = join(directory, place);
      const loaded = (await exists(file)) ? await loadFile(file) : undefined;
      if (loaded) return loaded;
    }
    if (dirname(directory) === directory) return undefined;
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    return !(await stat(file)).isDirectory();
  } catch {
    return false;
  }
}

/** The text that was read, kept for finding places in it. */
type Texts = Map<string, string>;

async function loadFile(file: string): Promise<LoadedDocument | undefined> {
  const texts: Texts = new Map();
  try {
    const explorer = cosmiconfig('connector', {
      searchPlaces: [...searchPlaces],
      searchStrategy: 'none',
      cache: false,
      loaders: loadersInto(texts),
    });
    const result = await explorer.load(file);
    if (!result) return undefined;
    const wrapped = result.config as { document: unknown } | undefined;
    const text = texts.get(file);
    return {
      file,
      value: wrapped?.document ?? {},
      locate: locator(file, text),
      numberSource: text === undefined ? unknownSource : await numberSourceOf(file, text),
    };
  } catch (error) {
    throw error instanceof UserError ? error : failure(file, error);
  }
}

function locator(file: string, text: string | undefined): Locate {
  if (text === undefined) return nowhere;
  switch (extname(file)) {
    case '.json':
      return locateInJson(file, text, basename(file) === 'package.json' ? ['connector'] : []);
    case '.js':
    case '.mjs':
      return nowhere;
    default:
      return locateInYaml(text);
  }
}

/**
 * The value stands one level down, at `document`: cosmiconfig would act on an `$import` of its own at the top, whose
 * paths and errors could not be told from those of this file.
 */
function loadersInto(texts: Texts): Record<string, Loader> {
  const wrap =
    (load: Loader): Loader =>
    async (file, text) => {
      texts.set(file, text);
      return { document: await load(file, text) };
    };
  const json = (file: string, text: string): unknown => {
    texts.set(file, text);
    if (basename(file) !== 'package.json') return { document: parseJsonFile(file, text) };
    // Whether a package.json without the key is in order is none of our business.
    if (!text.includes('"connector"')) return {};
    const contents = parseJsonFile(file, text);
    const isPresent =
      typeof contents === 'object' && contents !== null && Object.hasOwn(contents, 'connector');
    return isPresent ? { connector: { document: (contents as { connector: unknown }).connector } } : {};
  };
  return {
    '.json': json,
    '.yaml': wrap(defaultLoaders['.yaml']),
    '.yml': wrap(defaultLoaders['.yml']),
    '.js': wrap(importDefault),
    '.mjs': wrap(importDefault),
    noExt: wrap(defaultLoaders.noExt),
  };
}

/** cosmiconfig's own loader answers an error in the file with one of its second attempt to load it. */
const importDefault: Loader = async (file) => {
  const module: { default?: unknown } = await import(pathToFileURL(file).href);
  return module.default;
};

function parseJsonFile(file: string, text: string): unknown {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(plain);
  } catch {
    const { cause, position } = jsonFault(plain);
    throw new UserError({
      code: 'configuration-syntax',
      file,
      message: `The configuration is not valid JSON: ${cause}.`,
      ...position,
      hint: 'YAML (connector.config.yaml) allows comments.',
    });
  }
}

function failure(file: string, error: unknown): UserError {
  if (!(error instanceof Error)) return unreadable(file, 'configuration', error);
  const { mark, reason } = error as { mark?: { line: number; column: number }; reason?: string };
  if (mark) {
    return new UserError({
      code: 'configuration-syntax',
      file,
      message: `The configuration is not valid YAML: ${reason ?? error.message}.`,
      line: mark.line + 1,
      column: mark.column + 1,
      cause: error,
    });
  }
  if (/^No loader specified/.test(error.message)) {
    return new UserError({
      code: 'configuration-format',
      file,
      message: `A configuration cannot be written in a ${extname(file)} file.`,
      hint: 'Use .yaml, .yml, .json, .js or .mjs.',
    });
  }
  // The file itself could not be read, unless the error comes from what its code did.
  if ('path' in error && error.path === file) return unreadable(file, 'configuration', error);
  if (error.message.includes('EISDIR')) return unreadable(file, 'configuration', error);
  return new UserError({
    code: 'configuration-failed',
    file,
    message: `The configuration could not be loaded: ${error.message.split('\n', 1)[0]}`,
    cause: error,
  });
}

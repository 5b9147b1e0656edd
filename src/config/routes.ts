import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../text/user-error.js';

/** Sends the traffic of an origin, or of the beginning of a path on it, elsewhere. contracts.md, Configuration. */
export interface Route {
  /** An HTTP or HTTPS origin, with or without the beginning of a path. */
  readonly from: string;
  /** An HTTP or HTTPS URL without query and fragment, or a folder: its path as written, a `file:` URL once it is resolved. */
  readonly to: string;
}

const routeForm =
  'A route is written https://api.example.com=http://127.0.0.1:4010, or with a folder of answers: https://api.example.com=./mocks.';

/** @throws UserError `bad-route` */
export function checkRoute(from: string, to: string): Route {
  for (const [url, side] of [
    [from, 'from'],
    [to, 'to'],
  ] as const) {
    if (side === 'to' && isFolderPath(url)) continue;
    const fault = faultOf(url);
    if (fault === undefined) continue;
    throw new UserError({
      code: 'bad-route',
      message: `The route ${side} \`${withoutCredentials(url)}\` is not usable: ${fault}.`,
      hint: routeForm,
    });
  }
  return { from, to };
}

/**
 * Reads `--route <from>=<to>`.
 * @throws UserError `bad-route`
 */
export function parseRoute(text: string): Route {
  const equals = text.indexOf('=');
  if (equals < 0) {
    throw new UserError({
      code: 'bad-route',
      message: `\`${withoutCredentials(text)}\` has no target.`,
      hint: routeForm,
    });
  }
  return checkRoute(text.slice(0, equals).trim(), text.slice(equals + 1).trim());
}

/**
 * A route to a folder gets the folder's `file:` URL; others stay as they are.
 * @param directory what the folder's path is relative to
 * @throws UserError `bad-route` where there is no such folder
 */
export async function resolveRoute(route: Route, directory: string): Promise<Route> {
  const { from, to } = route;
  if (!isFolderPath(to)) return route;
  const folder = resolve(directory, to);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return { from, to: pathToFileURL(folder).href };
  throw new UserError({
    code: 'bad-route',
    message: `The route to \`${to}\` is not usable: ${found ? 'that is no folder' : 'there is no such folder'}.`,
    hint: `It would be ${folder}.`,
  });
}

/** Written so that nobody takes a host for it: from here, from above, or from the root. */
const isFolderPath = (text: string): boolean => /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[a-z]:[\\/])/i.test(text);

/** What stands before an `@` may be a password. */
const withoutCredentials = (text: string): string => text.replace(/^([a-z]+:\/\/)?[^/?#]*@/i, '$1***@');

function faultOf(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text)) return 'it must begin with https:// or http://';
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return 'it is no valid URL';
  }
  if (url.username !== '' || url.password !== '') return 'it must not hold credentials';
  if (url.search !== '' || url.hash !== '') return 'it must have neither query nor fragment';
  return undefined;
}

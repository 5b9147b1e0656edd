/** A name for a request, from its method and the path of its URL: `GET /v1/orders/42` is "Get order". */

const verbs: ReadonlyMap<string, string> = new Map([
  ['GET', 'Get'],
  ['PUT', 'Replace'],
  ['PATCH', 'Update'],
  ['DELETE', 'Delete'],
  ['HEAD', 'Check'],
  ['OPTIONS', 'Options of'],
]);
const longestName = 80;

export function connectorName(method: string, path: string, service: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const told = segments.filter(isWord);
  const last = told.at(-1);
  if (last === undefined) return `${verbs.get(method) ?? 'Post to'} ${service.replaceAll('_', ' ')}`;
  const noun = inWords(last);
  // `chat.postMessage` says what it does.
  if (/[a-z]\.[a-z]/i.test(last.replace(fileEnding, '')) && !last.endsWith('.')) return capital(noun);
  const isOne = segments.at(-1) !== last;
  if (method !== 'POST') return cut(`${verbs.get(method)} ${isOne ? singular(noun) : noun}`);
  const isCollection = singular(noun) !== noun;
  return cut(isCollection && !isOne ? `Create ${singular(noun)}` : `Post ${noun}`);
}

const fileEnding = /\.(?:json|xml|csv|php|aspx?|html?)$/i;

/** Versions, identifiers and what is still to be filled in name nothing. */
function isWord(segment: string): boolean {
  const text = segment.replace(fileEnding, '');
  return (
    /^_?[A-Za-z][A-Za-z_.-]*[A-Za-z]$|^[A-Za-z]{3,}\d?$|^[A-Za-z]$/.test(text) &&
    !/^v\d+$|^(?:api|rest|services|data|json|xml)$/i.test(text) &&
    !/^(?:YOUR|MY)[_-]|_(?:ID|KEY)$/.test(text) &&
    text.length <= 40
  );
}

const inWords = (segment: string): string =>
  segment
    .replace(fileEnding, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();

function singular(noun: string): string {
  if (/(?:ss|us|is|news|status)$/.test(noun)) return noun;
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return /(?:sses|xes|ches|shes)$/.test(noun) ? noun.slice(0, -2) : noun.replace(/s$/, '');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const cut = (text: string): string => text.slice(0, longestName).trim();

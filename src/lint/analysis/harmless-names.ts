/** Names of fields that say what kind of value they hold. */

/** Names of ids, numbers, dates and switches: by all that is usual, what they hold needs no escape. */
export function isHarmlessKey(key: string | null): boolean {
  if (key === null || /^\d+$/.test(key)) return false;
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_-]/);
  return harmless.has(words.at(-1) ?? '') || ['is', 'has', 'num', 'total'].includes(words[0] ?? '');
}

const harmless: ReadonlySet<string> = new Set([
  'id',
  'ids',
  'uuid',
  'guid',
  'uid',
  'hash',
  'token',
  'count',
  'total',
  'size',
  'length',
  'index',
  'page',
  'limit',
  'offset',
  'number',
  'amount',
  'price',
  'quantity',
  'qty',
  'score',
  'points',
  'rank',
  'rating',
  'level',
  'year',
  'month',
  'day',
  'hour',
  'date',
  'time',
  'at',
  'timestamp',
  'created',
  'updated',
  'modified',
  'expires',
  'in',
  'code',
  'currency',
  'locale',
  'lang',
  'language',
  'enabled',
  'active',
  'visible',
  'lat',
  'lon',
  'lng',
  'latitude',
  'longitude',
  'version',
  'percent',
  'slug',
  'permalink',
  'status',
  'state',
  'type',
  'kind',
]);

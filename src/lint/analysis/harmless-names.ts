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

/** Of ids, numbers and times alone: what an upstream sends under such a name holds no quote. */
export function isNumberLikeKey(key: string | null): boolean {
  const last = key
    ?.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_-]/)
    .at(-1);
  return numberLike.has(last ?? '');
}

const numberLike: ReadonlySet<string> = new Set([
  'id',
  'ids',
  'uuid',
  'guid',
  'uid',
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
  'lat',
  'lon',
  'lng',
  'latitude',
  'longitude',
  'percent',
]);

const harmless: ReadonlySet<string> = new Set([
  ...numberLike,
  'hash',
  'token',
  'level',
  'in',
  'code',
  'currency',
  'locale',
  'lang',
  'language',
  'enabled',
  'active',
  'visible',
  'version',
  'slug',
  'permalink',
  'status',
  'state',
  'type',
  'kind',
]);

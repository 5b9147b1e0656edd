const iso = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*([Zz]|[+-]\d\d(?::?\d\d)?)?)?$/;

/**
 * Whole Unix seconds of Unix seconds or an ISO 8601 time; undefined where the text is neither. UTC where no zone is
 * named: what a test says of a time has to hold on every machine.
 */
export function parseTime(text: string): number | undefined {
  if (/^-?\d{1,12}$/.test(text)) return Number(text);
  const [, date = '', time = '00:00', zone = 'Z'] = iso.exec(text) ?? [];
  const day_ms = Date.parse(`${date}T00:00Z`);
  // JavaScript takes the 30th of February for the 2nd of March.
  if (Number.isNaN(day_ms) || !new Date(day_ms).toISOString().startsWith(date)) return undefined;
  const time_ms = Date.parse(`${date}T${time}${withColon(zone)}`);
  return Number.isNaN(time_ms) ? undefined : Math.floor(time_ms / 1000);
}

const withColon = (zone: string): string =>
  /^[zZ]$/.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;

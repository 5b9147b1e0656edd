/** How values of requests are written in messages. */

const longest = 200;

export const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

export const short = (text: string): string => JSON.stringify(cut(text));

/** `query contact_id: recorded "7", now "8"`. */
export function clause(part: string, recorded: string | null, now: string | null): string {
  if (recorded === null) return `${part}: not recorded, now ${now}`;
  return `${part}: recorded ${recorded}, now ${now ?? 'there is none'}`;
}

/** What the platform accepts as a permalink and as a step's name. platform.md section 1. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The permalink of an entry that gives none: lower-case, every run of other characters one hyphen, trimmed.
 * Only a-z and 0-9 stay: the sources do not say what becomes of other letters, and the pattern lets no others in, so
 * `Straße 1` becomes `stra-e-1`. Empty where nothing stays.
 */
export function derivePermalink(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A JWT that could not be signed, in words that never hold key material. */

/** What of a signing is to blame. */
export type SigningPart = 'key' | 'algorithm' | 'payload' | 'headers';

/** Born without a place: whoever knows the field or the template adds it. */
export class SigningError extends Error {
  override readonly name = 'SigningError';
  constructor(
    readonly part: SigningPart,
    message: string,
    readonly advice: string | null,
  ) {
    super(message);
  }
}

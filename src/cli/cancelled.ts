/** Thrown where a person cancelled a prompt. Nothing has been written then; exit code 130. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
  }
}

import { SourceFile } from '../../text/source.js';
import { UserError } from '../../text/user-error.js';

/** The command as it was pasted; says where in it something is wrong. */
export class PastedText {
  readonly #source: SourceFile;

  constructor(readonly text: string) {
    this.#source = new SourceFile('', text);
  }

  /** @param message a sentence without its full stop; the place goes behind it */
  fault(at: number, code: string, message: string, hint?: string): UserError {
    const { line, column } = this.#source.positionAt(at);
    const isOneLine = !this.text.trim().includes('\n');
    const place = isOneLine ? `column ${column}` : `line ${line}, column ${column}`;
    return new UserError({ code, message: `${message} (${place} of the command).`, hint });
  }
}

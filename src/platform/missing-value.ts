/** What stands for a secret or variable that has no value. platform.md section 4. */
import { Markup } from '../jinja/index.js';

/**
 * The literal text of the call, which goes out in place of the value; never HTML-escaped. `default` treats it as
 * undefined: section 2 allows `get_variable('name') | default('literal')`, which would otherwise never apply.
 */
export class MissingValue extends Markup {
  constructor(
    readonly what: 'secret' | 'variable',
    readonly name: string,
    private readonly onDefault: () => void,
  ) {
    super(`{{ get_${what}('${name}') }}`);
  }

  /** A default has taken the place of the literal text. */
  defaulted(): void {
    this.onDefault();
  }
}

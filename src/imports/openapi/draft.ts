/** What an import gathers while it goes through an operation. */
import { snakeCase } from './names.js';

export class Draft {
  readonly notes: string[] = [];
  /** Each with what it belongs to. */
  private readonly secretNames = new Map<string, string>();
  private readonly variableValues = new Map<string, string>();

  /** @param prefix what the names of secrets and variables begin with */
  constructor(readonly prefix: string) {}

  note(sentence: string): void {
    if (!this.notes.includes(sentence)) this.notes.push(sentence);
  }

  /**
   * The call of a secret, which its author has yet to fill in.
   * @param owner what it is the secret of: two that would have one name keep apart
   */
  secret(name: string, owner: string): string {
    const base = this.fullName(name);
    let full = base;
    for (let count = 2; (this.secretNames.get(full) ?? owner) !== owner; count += 1)
      full = `${base}_${count}`;
    this.secretNames.set(full, owner);
    return `get_secret('${full}')`;
  }

  variable(name: string, value: string): string {
    const full = this.fullName(name);
    this.variableValues.set(full, value);
    return `{{ get_variable('${full}') }}`;
  }

  get secrets(): { name: string; value: string }[] {
    return [...this.secretNames.keys()].map((name) => ({ name, value: '' }));
  }

  get variables(): { name: string; value: string }[] {
    return [...this.variableValues].map(([name, value]) => ({ name, value }));
  }

  private fullName(name: string): string {
    const own = snakeCase(name).slice(0, 60).replace(/_$/, '') || 'value';
    return own.startsWith(`${this.prefix}_`) ? own : `${this.prefix}_${own}`;
  }
}

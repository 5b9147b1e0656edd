/** The secrets and variables of an import, and the expressions that read them. */
import type { ImportedVariable } from '../imported-entry.js';
import type { Expression } from '../template-text.js';
import type { Substitution } from './shell/substitutions.js';

type Kind = 'secret' | 'variable';

interface Stored {
  readonly kind: Kind;
  readonly name: string;
  /** Null where the command does not say it. */
  readonly value: string | null;
  /** What tells it from others that would have the same name. */
  readonly source: string;
  readonly isCredential: boolean;
}

/** Each name stands for one value: secrets and variables share one name space. platform.md section 4. */
export class StoredValues {
  readonly #byName = new Map<string, Stored>();

  /** A credential that the command holds, or one (null) that it leaves open. */
  secret(name: string, value: string | null): Expression {
    return this.#store('secret', name, value, value === null ? `open ${name}` : `value ${value}`);
  }

  variable(name: string, value: string | null): Expression {
    return this.#store('variable', name, value, value === null ? `open ${name}` : `value ${value}`);
  }

  /** A credential that stands where no secret can. */
  credential(name: string, value: string): Expression {
    return this.#store('variable', name, value, `value ${value}`, true);
  }

  /** @param otherwise the name where it has none: of the output of a command */
  substitution(kind: Kind, { name, fallback, written }: Substitution, otherwise: string): Expression {
    return this.#store(kind, name ?? otherwise, fallback, `shell ${name ?? written}`);
  }

  #store(kind: Kind, wanted: string, value: string | null, source: string, isCredential = false): Expression {
    const base = identifier(wanted);
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? base : `${base}_${number}`;
      const known = this.#byName.get(name);
      if (known && (known.kind !== kind || known.source !== source)) continue;
      if (!known) this.#byName.set(name, { kind, name, value, source, isCredential });
      return { expression: `get_${kind}('${name}')` };
    }
  }

  known(kind: Kind): ImportedVariable[] {
    return [...this.#byName.values()].flatMap(({ kind: own, name, value, isCredential }) =>
      own === kind && value !== null ? [{ name, value, ...(isCredential && { isCredential }) }] : [],
    );
  }

  /** Those that somebody has to set. */
  open(kind: Kind): string[] {
    return [...this.#byName.values()].flatMap(({ kind: own, name, value }) =>
      own === kind && value === null ? [name] : [],
    );
  }
}

/** `X-Api-Key` becomes `x_api_key`. */
export function identifier(text: string): string {
  const name = text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return name === '' ? 'value' : /^\d/.test(name) ? `_${name}` : name;
}

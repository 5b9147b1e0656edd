/** Calls of `get_secret` and `get_variable` where a field has them; elsewhere the call itself is the fault. platform.md section 4. */
import type { ast } from '../../jinja/index.js';
import { isVisible } from '../../platform/fields.js';
import type { TemplateSite } from '../rule.js';

export interface SecretCall {
  readonly callee: 'get_secret' | 'get_variable';
  readonly what: 'secret' | 'variable';
  readonly call: ast.Call;
  /** The argument that names it; null where there is none, or none that is known to. */
  readonly name: ast.Expression | null;
}

export function secretCalls({ kind, group, field, analysis }: TemplateSite): readonly SecretCall[] {
  if (!field.value.includes('get_secret') && !field.value.includes('get_variable')) return none;
  const found: SecretCall[] = [];
  for (const { name: callee, call, origin } of analysis.functions) {
    if (origin !== 'context' || (callee !== 'get_secret' && callee !== 'get_variable')) continue;
    if (!isVisible(kind, group, callee)) continue;
    const { positional, keyword } = call.args;
    const name = positional[0] ?? keyword.find((each) => each.name === 'name')?.value ?? null;
    found.push({ callee, what: callee === 'get_secret' ? 'secret' : 'variable', call, name });
  }
  return found;
}

const none: readonly SecretCall[] = [];

/** A secret's or variable's name. */
export const isSecretName = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);

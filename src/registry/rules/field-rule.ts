import type { StructureCode } from '../problem.js';

/** What JSON a field takes. `flexible-number` also takes a string, whose template renders to the number. */
export type Shape = 'text' | 'boolean' | 'array' | 'object' | 'flexible-number';

/** The limits of one field. Lengths count code points. */
export interface FieldRule {
  readonly shape: Shape;
  readonly required?: true;
  readonly min?: number;
  readonly max?: number;
  /** The only values; a value with a template in it passes where `templated` is set. */
  readonly oneOf?: {
    readonly code: StructureCode;
    readonly values: readonly string[];
    readonly templated?: true;
  };
  readonly pattern?: { readonly code: StructureCode; readonly expression: RegExp; readonly says: string };
  /** The field does not belong here, though it exists elsewhere; what to say. */
  readonly forbidden?: string;
}

/** The fields of one kind of object. Whatever it does not name is ignored by the platform in silence. */
export interface ObjectRules {
  /** As messages call it, with its article. */
  readonly what: string;
  readonly fields: ReadonlyMap<string, FieldRule>;
  /** Names that authors write for a field, and the field. */
  readonly misnomers: ReadonlyMap<string, string>;
  /** Fields of other objects, and where they belong. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

export const fields = (rules: Record<string, FieldRule>): ReadonlyMap<string, FieldRule> =>
  new Map(Object.entries(rules));

/** `misnomers({ url: 'uri endpoint' })`: the field first, then the names that are taken for it. */
export const misnomers = (names: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(names).flatMap(([field, wrong]) => wrong.split(' ').map((name) => [name, field] as const)),
  );

import type { StructureCode } from '../problem.js';

/** What JSON a field takes. `flexible-number` also takes a string, whose template renders to the number. */
export type Shape = 'text' | 'boolean' | 'array' | 'object' | 'flexible-number';

/** The limits of one field. Lengths count code points. */
export interface FieldRule {
  readonly shape: Shape;
  readonly required?: true;
  /** The fields that have to stand in it, where it is an object. */
  readonly holding?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** The only values; a value with a template in it passes where `templated` is set. */
  readonly oneOf?: {
    readonly code: StructureCode;
    readonly values: readonly string[];
    readonly templated?: true;
  };
  readonly pattern?: {
    readonly code: StructureCode;
    readonly expression: RegExp;
    readonly says: string;
    /** The nearest text that fits; empty where there is none. */
    readonly repair?: (text: string) => string;
  };
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
  /** Fields of other objects. */
  readonly elsewhere: ReadonlyMap<string, Elsewhere>;
  /** One of these has to be there, each of them is optional. */
  readonly atLeastOne?: {
    readonly code: StructureCode;
    readonly fields: readonly string[];
    readonly says: string;
  };
}

/** Why a field does not stand where it belongs. */
export interface Elsewhere {
  /** One sentence for all fields of this kind that stand in the object. */
  readonly says: (names: readonly string[]) => string;
  /** The required field whose absence this explains: the author took the one for the other. */
  readonly insteadOf?: string;
}

/** What a string has to be to hold a template. */
export const templateMark = /\{[{%]/;

export const fields = (rules: Record<string, FieldRule>): ReadonlyMap<string, FieldRule> =>
  new Map(Object.entries(rules));

/** `misnomers({ url: 'uri endpoint' })`: the field first, then the names that are taken for it. */
export const misnomers = (names: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(names).flatMap(([field, wrong]) => wrong.split(' ').map((name) => [name, field] as const)),
  );

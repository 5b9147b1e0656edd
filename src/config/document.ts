/** The configuration as it may be written; contracts.md, Configuration. The published schema checks it. */
export interface ConfigurationDocument {
  readonly registry?: string;
  readonly tenantId?: string;
  readonly users?: Readonly<Record<string, UserDocument>>;
  readonly defaultUser?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly secretsFile?: string;
  readonly request?: RequestDocument;
  readonly environments?: Readonly<Record<string, EnvironmentDocument>>;
  readonly routes?: Readonly<Record<string, string>>;
  readonly http?: HttpDocument;
  readonly lint?: LintDocument;
  readonly test?: TestDocument;
}

export type EnvironmentDocument = Omit<ConfigurationDocument, 'registry' | 'environments' | 'lint' | 'test'>;

export interface UserDocument {
  readonly id?: string | number | null;
  readonly email?: string | null;
  readonly first_name?: string | null;
  readonly last_name?: string | null;
  readonly username?: string | null;
  readonly profile_fields?: Readonly<Record<string, unknown>>;
}

export interface RequestDocument {
  readonly payload?: unknown;
  readonly query?: Readonly<Record<string, Scalar>>;
  readonly headers?: Readonly<Record<string, Scalar>>;
  readonly pathParams?: Readonly<Record<string, Scalar>>;
}

export type Scalar = string | number | boolean;

export interface HttpDocument {
  readonly timeoutMs?: number;
  readonly allowPrivateNetwork?: boolean;
  readonly ca?: string;
  readonly proxy?: string;
}

export interface LintDocument {
  readonly rules?: Readonly<Record<string, 'error' | 'warn' | 'off'>>;
  readonly ignore?: readonly { readonly rule: string; readonly pointer: string; readonly reason: string }[];
}

export interface TestDocument {
  readonly files?: readonly string[];
  readonly coverage?: CoverageDocument;
}

export interface CoverageDocument {
  readonly reporters?: readonly ('text' | 'json' | 'lcov')[];
  readonly directory?: string;
  /** In percent, 0 to 100. */
  readonly thresholds?: Readonly<Partial<Record<'connectors' | 'steps' | 'scopes' | 'branches', number>>>;
}

/** Keys and indices from the top of a document. */
export type KeyPath = readonly (string | number)[];

/** A key path as people write it: `users.ada.id`. */
export const formatPath = (path: KeyPath): string =>
  path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!/^[\w$-]+$/.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');

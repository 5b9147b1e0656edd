/** What every import makes. */

export interface DocumentRow {
  key: string;
  value?: string;
  overridable?: boolean;
}

/** A simple connector as it stands in the file. platform.md section 1. */
export interface SimpleConnectorDocument {
  name: string;
  permalink?: string;
  url: string;
  method?: string;
  headers?: DocumentRow[];
  query_parameters?: DocumentRow[];
  path_parameters?: DocumentRow[];
  authentication?: { type: string; config: Record<string, unknown> };
  request_body?: string;
  response_body?: string;
  response_content_type?: string;
}

/** A connector made from something else: what goes into the registry, and what goes beside it. */
export interface ImportedEntry {
  /** The registry's own shape (platform.md section 1), keys in the order in which they are to be written. */
  connector: SimpleConnectorDocument;
  /** Literal credentials that were found: they go to the secrets file, and templates name them. */
  secrets: { name: string; value: string }[];
  /** Values that templates name by get_variable(). */
  variables: ImportedVariable[];
  /** What the author should know, in whole sentences: what was left out or changed, and why. Never holds a secret. */
  notes: string[];
}

export interface ImportedVariable {
  name: string;
  value: string;
  /** Templates of a URL see no secrets, so a credential there can only be a variable; it is not to be shown. */
  isCredential?: true;
}

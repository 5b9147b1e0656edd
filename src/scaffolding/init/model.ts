/** What `init` knows of a project before it plans, and what it plans. All paths are absolute. */

/** What notes for coding agents begin with. */
export const agentMark = '<!-- connector-cli -->';

/** A secret or variable that templates of the registry ask for. */
export interface Needed {
  readonly name: string;
  /** Permalinks, for people. */
  readonly usedBy: string;
}

export interface Project {
  /** Where the registry and the configuration are, or go. */
  readonly root: string;
  /** The top of the git repository; undefined outside of one. */
  readonly repository: string | undefined;
  readonly registry: ExistingRegistry | NewRegistry;
  /** The configuration that is there already. */
  readonly configuration: string | undefined;
  readonly secretsFile: string;
  /** The repository's own .gitignore, above the project, keeps the secrets file out already. */
  readonly ignoredAbove: boolean;
  readonly tests: boolean;
  /** An earlier `init` has been at them. */
  readonly hasEditorSettings: boolean;
  /** A workflow that runs the program already. */
  readonly workflow: string | undefined;
  /** The folder with the published schemas, of the package that is installed in the project. */
  readonly installedSchemas: string | undefined;
  /** A package.json with a lock file names the program, so that `npm ci` installs it. */
  readonly isDependency: boolean;
  /** Files of the vendor's template of a widget repository. */
  readonly widgetTemplate: readonly string[];
  /** Something says that another service than GitHub runs the checks. */
  readonly otherService: boolean;
}

export interface NewRegistry {
  readonly path: string;
  readonly isThere: false;
}

export interface ExistingRegistry {
  readonly path: string;
  readonly isThere: true;
  /** Secrets without a line or value anywhere. */
  readonly secrets: readonly Needed[];
  /** The names of all secrets that templates ask for. */
  readonly secretNames: readonly string[];
  readonly variables: readonly Needed[];
  /** The first entry that needs nothing from its caller; null where there is none. */
  readonly permalink: string | null;
}

export interface Choices {
  /** Null where no example is wanted. */
  readonly example: { readonly name: string; readonly permalink: string } | null;
  /** The mock user. */
  readonly user: string;
  readonly tests: boolean;
  readonly ci: 'github' | 'none';
  readonly vscode: boolean;
  readonly agents: boolean;
}

/** A file that the project should have. */
export interface WantedFile {
  readonly path: string;
  /** Names the file in messages: "registry". */
  readonly what: string;
  /** Of a new file. */
  readonly text: string;
  /** Permission bits of a new file, less the umask. */
  readonly mode?: number;
  /** Puts what is missing into the text of a file that is there; without it such a file stays as it is. */
  readonly merge?: (text: string) => Merged;
}

export interface Merged {
  /** The text that was given, where nothing is missing or nothing can be done. */
  readonly text: string;
  /** What the owner of the file should do. */
  readonly note?: string;
}

export interface Change {
  readonly path: string;
  readonly what: string;
  readonly action: 'create' | 'merge' | 'keep';
  readonly before: string;
  readonly after: string;
  readonly mode?: number | undefined;
}

export interface Plan {
  readonly root: string;
  readonly changes: readonly Change[];
  /** What a person should know or do. */
  readonly notes: readonly string[];
  /** Command lines that go on from here, without the name of the program. */
  readonly next: readonly string[];
}

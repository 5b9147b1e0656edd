/** The part that is used; the library has no types of its own. */
declare module 'nunjucks' {
  export interface ConfigureOptions {
    autoescape?: boolean;
    throwOnUndefined?: boolean;
    trimBlocks?: boolean;
    lstripBlocks?: boolean;
    tags?: {
      blockStart?: string;
      blockEnd?: string;
      variableStart?: string;
      variableEnd?: string;
      commentStart?: string;
      commentEnd?: string;
    };
  }
  export class Environment {
    constructor(loaders: readonly never[], options?: ConfigureOptions);
    addFilter(name: string, filter: (value: unknown) => unknown): Environment;
    renderString(source: string, context: object): string;
  }
}

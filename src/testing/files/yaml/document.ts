import type { CST, Document } from 'yaml';

export type Library = typeof import('yaml');

/** The library composes recursively: with more it would run out of the stack, and of the process with it. */
export const deepestNesting = 300;

export interface ReadDocument {
  /** Undefined where the text is nested too deep. */
  readonly document: Document.Parsed | undefined;
  /** Where a second document begins, where there is one. */
  readonly second: number | undefined;
  /** Where the nesting went too deep, where it did. */
  readonly tooDeep: number | undefined;
}

/** YAML 1.2, core schema. */
export function readYamlDocument({ Lexer, Parser, Composer }: Library, text: string): ReadDocument {
  const parser = new Parser();
  const composer = new Composer({
    schema: 'core',
    resolveKnownTags: false,
    // The library compares each key with all others.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  let tooDeep: number | undefined;
  function* tokens(): Generator<CST.Token> {
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      if (parser.stack.length <= deepestNesting) continue;
      tooDeep = parser.offset;
      return;
    }
    yield* parser.end();
  }
  let first: Document.Parsed | undefined;
  for (const document of composer.compose(tokens(), true, text.length)) {
    if (first) return { document: first, second: document.range[0], tooDeep };
    first = document;
  }
  return { document: tooDeep === undefined ? first : undefined, second: undefined, tooDeep };
}

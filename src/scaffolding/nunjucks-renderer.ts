/** The renderer of scaffolds. Its marks are not those of Jinja2, so that the platform's templates stand in a scaffold as they are. */
export type RenderText = (source: string, context: object) => string;

export interface RendererOptions {
  /** A line with nothing but a tag leaves no line behind. */
  readonly dropTagLines?: boolean;
}

export async function loadRenderer({ dropTagLines = false }: RendererOptions = {}): Promise<RenderText> {
  const { Environment } = await import('nunjucks');
  const environment = new Environment([], {
    // What a value looks like where it stands is for the caller or the filter `json` to say.
    autoescape: false,
    throwOnUndefined: true,
    trimBlocks: dropTagLines,
    lstripBlocks: dropTagLines,
    tags: {
      variableStart: '<<',
      variableEnd: '>>',
      blockStart: '<%',
      blockEnd: '%>',
      commentStart: '<#',
      commentEnd: '#>',
    },
  });
  environment.addFilter('json', (value) => JSON.stringify(value));
  return (source, context) => environment.renderString(source, context);
}

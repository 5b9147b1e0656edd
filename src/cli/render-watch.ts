/** `render --watch`: renders anew on every save, and shows what changed. */
import { UserError } from '../text/user-error.js';
import { changedLines } from '../views/render/changes.js';
import { exitCodes } from './exit-codes.js';
import { prepareRender, type RenderCommandOptions, type Rendering } from './prepare-render.js';
import { printError } from './print-error.js';
import { warnOfWorkspace } from './session.js';
import { shownRendering, styleOf } from './show-rendering.js';
import type { Streams } from './streams.js';
import { type FileWatch, watchFiles } from './watch.js';
import { fileNames, withPayloadRead } from './watched-files.js';

/**
 * Goes on through whatever is wrong with the files, until it is interrupted.
 * @throws {UserError} where nothing can be rendered and no file is to blame that could be mended
 */
export async function watchRender(
  permalink: string,
  given: RenderCommandOptions,
  streams: Streams,
): Promise<number> {
  const options = await withPayloadRead(given, streams);
  const session = new RenderWatch(permalink, options, streams);
  const files = await session.first();
  const watch = await watchFiles(
    files,
    (changed, watching) => session.again(changed, watching),
    streams.interrupt,
  );
  if (!options.quiet) streams.stderr.write(`watching ${fileNames(files, streams)}; Ctrl-C ends it\n`);
  await watch.ended;
  return exitCodes.interrupted;
}

class RenderWatch {
  private shown: { lines: string[]; stderr: string } | null = null;
  private readonly permalink: string;
  private readonly options: RenderCommandOptions;
  private readonly streams: Streams;

  constructor(permalink: string, options: RenderCommandOptions, streams: Streams) {
    this.permalink = permalink;
    this.options = options;
    this.streams = streams;
  }

  /** Shows the first rendering whole. @returns the files to watch */
  async first(): Promise<string[]> {
    const rendering = await this.render();
    if (rendering instanceof UserError) {
      if (rendering.file === undefined) throw rendering;
      this.print(rendering);
      return [rendering.file];
    }
    warnOfWorkspace(rendering.session, this.options, this.streams);
    await this.show(rendering, null);
    return rendering.files;
  }

  /** What was rendered last stays the one to compare with, until there is another. */
  async again(changed: readonly string[], watch: FileWatch): Promise<void> {
    const rendering = await this.render();
    if (rendering instanceof UserError) return this.print(rendering);
    await this.show(rendering, changed);
    await watch.update(rendering.files);
  }

  private async render(): Promise<Rendering | UserError> {
    try {
      return await prepareRender(this.permalink, this.options, this.streams);
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
  }

  private async show(rendering: Rendering, changed: readonly string[] | null): Promise<void> {
    const { options, streams, shown } = this;
    // Compared without colours, which are no part of what changed.
    const plain = await shownRendering(rendering, { ...options, color: false }, streams);
    const lines = plain.stdout.replace(/\n$/, '').split('\n');
    const stderr = plain.stderr.join('\n');
    this.shown = { lines, stderr };
    if (options.json || shown === null) {
      const { stdout } = await shownRendering(rendering, options, streams);
      streams.stdout.write(withEnd(stdout));
    } else {
      const difference = changedLines(
        shown.lines,
        lines,
        styleOf(streams.stdout, options, streams, rendering),
      );
      if (!options.quiet) {
        const what = difference.length === 0 ? ': nothing changes in what is sent' : '';
        streams.stderr.write(`\nsaved ${fileNames(changed ?? [], streams)}${what}\n`);
      }
      if (difference.length > 0) streams.stdout.write(`${difference.join('\n')}\n`);
    }
    if (stderr !== shown?.stderr && stderr !== '') {
      const colored = await shownRendering(rendering, options, streams);
      streams.stderr.write(`${colored.stderr.join('\n')}\n`);
    }
  }

  private print(error: UserError): void {
    // A document of its own would not tell from a rendering: the next rendering is the next document.
    printError(error, this.streams, false, this.options.color);
  }
}

/** A single field ends without a line break, and more is going to follow it. */
const withEnd = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** `render <permalink>`: what a connector would send, field by field, without sending it. */
import { exitCodes } from './exit-codes.js';
import { rememberUse } from './last-used.js';
import { prepareRender, type RenderCommandOptions, type Rendering } from './prepare-render.js';
import { warnOfWorkspace } from './session.js';
import { shownRendering } from './show-rendering.js';
import type { Streams } from './streams.js';

export type { RenderCommandOptions };

/** @throws {UserError} where nothing could be rendered */
export async function renderCommand(
  permalink: string,
  options: RenderCommandOptions,
  streams: Streams,
): Promise<number> {
  if (options.watch) {
    const { watchRender } = await import('./render-watch.js');
    return await watchRender(permalink, options, streams);
  }
  const rendering = await prepareRender(permalink, options, streams);
  warnOfWorkspace(rendering.session, options, streams);
  const { stdout, stderr, isMissing } = await shownRendering(rendering, options, streams);
  streams.stdout.write(stdout);
  await rememberUse(rendering.result, rendering.session.registry.file.path, streams);
  if (stderr.length > 0) streams.stderr.write(`${stderr.join('\n')}\n`);
  return isMissing ? exitCodes.failed : exitCodeOf(rendering);
}

const exitCodeOf = ({ result }: Rendering): number =>
  result.errors.length > 0 || result.steps.some(({ errors }) => errors.length > 0)
    ? exitCodes.failed
    : exitCodes.ok;

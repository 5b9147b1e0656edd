/** The flags of `test`, and what they mean together. */
import { InvalidArgumentError } from 'commander';
import type { TestFormat } from '../testing/reporters/index.js';
import type { Shard } from '../testing/runner/select-cases.js';
import { UserError } from '../text/user-error.js';
import type { GlobalOptions } from './options.js';
import type { Streams } from './streams.js';

export interface TestOptions extends GlobalOptions {
  /** Of `-t`. */
  testName?: string;
  env?: string;
  update?: boolean;
  bail?: boolean;
  shard?: Shard;
  coverage?: boolean;
  reporter?: TestFormat;
  watch?: boolean;
}

/** `2/4`: the second of four parts. */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || index < 1 || index > count) {
    throw new InvalidArgumentError('Write it as <part>/<parts>, such as 1/4.');
  }
  return { index, count };
}

/** As CI services set it. */
export const isContinuousIntegration = ({ CI }: NodeJS.ProcessEnv): boolean =>
  CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0';

/** @throws {UserError} `wrong-usage`, for flags that exclude one another */
export function refuseContradictions(options: TestOptions, { env }: Pick<Streams, 'env'>): void {
  const refuse = (message: string, hint = '--help shows what there is.'): never => {
    throw new UserError({ code: 'wrong-usage', message, hint });
  };
  if (options.json && options.reporter !== undefined && options.reporter !== 'json') {
    refuse(`--json and --reporter ${options.reporter} exclude one another.`);
  }
  if (options.update && isContinuousIntegration(env)) {
    refuse(
      '--update is refused where CI is set: a snapshot is written by whoever looks at it.',
      'Run it on your own machine and commit the snapshot files.',
    );
  }
  if (options.watch && (options.json || (options.reporter && options.reporter !== 'pretty'))) {
    refuse('--watch reports for people: it takes no --json and no other reporter.');
  }
  if (options.watch && options.coverage) refuse('--watch and --coverage exclude one another.');
}

/** Which cases run: `only` and `skip` of the files, `-t` and `--shard` of the command line. */
import type { TestCase, TestFile } from '../model.js';

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

export interface Selection {
  /** A part of the name, as `<permalink> <name of the case>`, in any case of letters. */
  readonly name?: string | undefined;
  readonly shard?: Shard | undefined;
  /** Of all others nothing is said. */
  readonly isWanted?: ((testCase: TestCase, file: TestFile) => boolean) | undefined;
}

/** Why a case is left out; null where it runs, and undefined where nothing is to be said of it, as in another shard. */
export type Choice = string | null | undefined;

/** @returns a choice for every case of every file */
export function selectCases(
  files: readonly TestFile[],
  { name, shard, isWanted = () => true }: Selection,
): Map<TestCase, Choice> {
  const choices = new Map<TestCase, Choice>();
  let position = 0;
  for (const file of files) {
    const hasOnly = file.cases.some((each) => each.only);
    for (const each of file.cases) {
      // Dealt out like cards, so that the shards of a matrix are alike in size.
      const isElsewhere = shard !== undefined && position % shard.count !== shard.index - 1;
      position += 1;
      if (isElsewhere || !isWanted(each, file)) choices.set(each, undefined);
      else if (each.skip !== null) choices.set(each, each.skip);
      else if (name !== undefined && !hasName(each, name)) {
        choices.set(each, 'its name is not asked for');
      } else if (hasOnly && !each.only) choices.set(each, 'another case of the file says `only`');
      else choices.set(each, null);
    }
  }
  return choices;
}

export const hasName = ({ connector, name }: TestCase, part: string): boolean =>
  `${connector.value} ${name}`.toLowerCase().includes(part.toLowerCase());

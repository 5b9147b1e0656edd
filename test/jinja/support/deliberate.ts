/** Where the engine's error differs on purpose. docs/compatibility.md gives the reasons under the same headings. */
import type { Answer, Failure } from './golden.js';

interface Deliberate {
  /** The heading in docs/compatibility.md. */
  readonly reason: string;
  readonly covers: (expected: Failure, got: Failure) => boolean;
}

/** The same class, and the same message once `pattern` is taken out of both. */
const apart = (pattern: RegExp) => (expected: Failure, got: Failure) =>
  expected.class === got.class &&
  expected.message !== got.message &&
  expected.message.replace(pattern, '') === got.message.replace(pattern, '');

const all: readonly Deliberate[] = [
  {
    reason: 'Names of generated code',
    covers: apart(/(?<=^(?:duplicate argument|keyword argument repeated)).*/),
  },
  { reason: 'Counted parts', covers: apart(/^sequence item \d+/) },
  {
    reason: 'Required blocks',
    covers: (expected, got) =>
      /^'\w+' object has no attribute 'nodes'$/.test(expected.message) &&
      got.message === 'Required blocks can only contain comments or whitespace',
  },
  {
    reason: 'Names of the added filters',
    covers: apart(/^__main__\./),
  },
  { reason: 'Objects in messages', covers: apart(/(?<= has no element ).*Namespace.*$/s) },
];

export function deliberate(expected: Answer, got: Answer): string | undefined {
  const { error } = expected;
  const ours = got.error;
  return error && ours && all.find(({ covers }) => covers(error, ours))?.reason;
}

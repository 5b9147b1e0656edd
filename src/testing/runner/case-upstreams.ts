import { getOrMake } from '../../text/get-or-make.js';
import type { RecordingFile } from '../recordings/model.js';
import { readRecordingFile } from '../recordings/read-recording.js';
import { mockedUpstream } from './case-upstream.js';
import { replayedUpstream } from './replayed-upstream.js';
import type { CaseSetting } from './run-case.js';

/** The answers of each case: its mocks, or the recording that it replays. Each recording is read once, for all of its cases. */
export function caseUpstreams(): CaseSetting['upstreamOf'] {
  const recordings = new Map<string, Promise<RecordingFile>>();
  return async (testCase, { sharedUpstream, source }, context) => {
    const { upstream } = testCase;
    if (upstream.type === 'mocks') return mockedUpstream(testCase, sharedUpstream, source);
    return replayedUpstream(upstream, context, (path) => getOrMake(recordings, path, readRecordingFile));
  };
}

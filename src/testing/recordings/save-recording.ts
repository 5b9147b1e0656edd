import { withFileLock } from '../../text/file-lock.js';
import { UserError } from '../../text/user-error.js';
import { writeFileAtomically } from '../../text/write-file.js';
import { type MergedRecording, mergeRecording, type NewRecording } from './merge-recording.js';
import type { RecordingFile } from './model.js';
import { readRecordingFile } from './read-recording.js';

/** Null where there is none yet. */
export async function readRecordingIfThere(path: string): Promise<RecordingFile | null> {
  try {
    return await readRecordingFile(path);
  } catch (error) {
    if (error instanceof UserError && error.code === 'file-not-found') return null;
    throw error;
  }
}

/**
 * Puts one call's recording into a file that may hold others; two programs that record into one file take turns.
 * @throws {UserError} where the file is broken or cannot be written; it stays as it was then
 */
export async function saveRecording(path: string, recording: NewRecording): Promise<MergedRecording> {
  return await withFileLock(path, { what: 'recording' }, async (lock) => {
    const merged = mergeRecording(await readRecordingIfThere(path), recording);
    if (merged.text !== null) {
      await lock.assertHeld();
      await writeFileAtomically(lock.path, merged.text, { what: 'recording' });
    }
    return merged;
  });
}

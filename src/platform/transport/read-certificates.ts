/** A file of certificate authorities, `http.ca`. */
import { readText } from '../../text/read-file.js';
import { UserError } from '../../text/user-error.js';
import { certificateProblem } from './pem.js';

const largestFile_bytes = 4 * 1024 * 1024;

/**
 * Its text, PEM, of which every certificate can be read.
 * @throws {UserError}
 */
export async function readCertificates(path: string): Promise<string> {
  const text = await readText(path, 'certificate file', largestFile_bytes);
  const problem = certificateProblem(text);
  if (!problem) return text;
  throw new UserError({
    code: 'bad-certificate',
    message: `The certificate file cannot be used: ${problem.reason}.`,
    file: path,
    line: text.slice(0, problem.index).split('\n').length,
    column: 1,
    hint: 'It holds one or more certificates in PEM, each between BEGIN CERTIFICATE and END CERTIFICATE.',
  });
}

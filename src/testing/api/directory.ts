import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute. */
export const directoryPath = (directory: string | URL | undefined): string =>
  directory instanceof URL ? fileURLToPath(directory) : resolve(directory ?? '.');

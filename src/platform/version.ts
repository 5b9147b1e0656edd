/** The program's own version; a test keeps it equal to package.json's. */
export const version = '0.1.0';

/** The oldest Node that is supported; the same test keeps it equal to package.json's `engines`. */
export const oldestNode = '20.18.1';

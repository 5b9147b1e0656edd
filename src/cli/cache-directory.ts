/** Where what one start of the program keeps for the next lies. */
import { resolve } from 'node:path';

export async function cacheDirectory(env: NodeJS.ProcessEnv): Promise<string> {
  if (env.CONNECTOR_CACHE_DIR) return resolve(env.CONNECTOR_CACHE_DIR);
  const { default: envPaths } = await import('env-paths');
  return envPaths('connector-cli', { suffix: '' }).cache;
}

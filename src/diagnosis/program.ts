/** The program itself and what it runs on. */
import { oldestNode, version } from '../platform/version.js';
import type { Check } from './check.js';

export interface Machine {
  /** As `process.versions.node`. */
  readonly node: string;
  /** As `process.platform` and `process.arch`. */
  readonly platform: string;
  readonly arch: string;
}

export function programChecks({ node, platform, arch }: Machine): Check[] {
  const isSupported = compareVersions(node, oldestNode) >= 0;
  return [
    {
      id: 'program-version',
      group: 'program',
      state: 'ok',
      title: 'connector-cli',
      detail: `${version} on ${platform} ${arch}`,
      advice: null,
      facts: { version, platform, arch },
    },
    {
      id: 'node-version',
      group: 'program',
      state: isSupported ? 'ok' : 'problem',
      title: 'Node',
      detail: isSupported
        ? `${node}; ${oldestNode} or later is supported`
        : `${node} is older than ${oldestNode}, the oldest that is supported`,
      advice: isSupported ? null : `Install Node ${oldestNode} or later.`,
      facts: { node, oldest_supported: oldestNode },
    },
  ];
}

/** Of `major.minor.patch`; what follows a hyphen counts for nothing. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.replace(/-.*$/, '').split('.').map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

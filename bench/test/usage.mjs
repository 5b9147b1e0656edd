/** Loaded before a program (`--import`): writes what its process used, all threads together, when it ends. */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const path = process.env.BENCH_USAGE;
if (path && isMainThread) {
  process.once('exit', () => {
    const { user, system } = process.cpuUsage();
    const { maxRSS } = process.resourceUsage();
    writeFileSync(path, JSON.stringify({ cpu_ms: (user + system) / 1000, memory_mb: maxRSS / 1024 }));
  });
}

/** Loaded into a command line program before it begins: writes what the process has used to a file when it ends. */
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  // Linux counts what the parent held when it forked into `maxRSS`, and leaves it out of `VmHWM`.
  const peak_kilobytes =
    process.platform === 'linux'
      ? Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
      : process.resourceUsage().maxRSS;
  const usage = { cpu_ms: (user + system) / 1000, peak_bytes: peak_kilobytes * 1024 };
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage));
});

/**
 * The demo: starts the example upstream, runs the composite that works and the one that fails at its second step
 * (index 1), and exits 0 when both ended as they should.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startUpstream } from './upstream.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = fileURLToPath(new URL('../../bin/connector-cli.js', import.meta.url));

const upstream = await startUpstream();
try {
  const works = await run('contact-orders');
  const fails = await run('contact-orders-failing');
  if (works !== 0 || fails !== 1) {
    console.error(`The demo expected exit codes 0 and 1, and got ${works} and ${fails}.`);
    process.exitCode = 1;
  }
} finally {
  await upstream.close();
}

/** Runs a composite as a person would type it; the routes name the port that the upstream got. */
function run(permalink) {
  console.log(`\n$ connector-cli run ${permalink}\n`);
  const routes = ['https://api.example.com', 'https://auth.example.com'];
  const args = [program, 'run', permalink, '--cwd', here];
  for (const origin of routes) args.push('--route', `${origin}=${upstream.origin}`);
  return new Promise((exited, failed) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.once('error', failed);
    child.once('exit', (code) => exited(code));
  });
}

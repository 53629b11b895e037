import path from 'node:path';
import { ROOT, build, install, requireNode, run, say } from './workspace.mjs';

/** Runs the trials in full; `npm run trials -- kill crowd` only those whose names hold one of the words. */
requireNode();
await install();
await build();

say('Trying what must survive, in full (it takes an hour or more, and wants the machine to itself)');
const folder = path.join(ROOT, 'tools/trials');
const jest = path.join(folder, 'node_modules/jest/bin/jest.js');
const args = ['--experimental-vm-modules', '--no-warnings', jest, '--ci', ...process.argv.slice(2)];
const { code } = await run(process.execPath, args, {
  cwd: folder,
  env: { KILIM_SEED: 'random', ...process.env, KILIM_TRIALS: 'long' },
});
process.exit(code);

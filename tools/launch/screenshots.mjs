import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT, build, install, requireNode, run, say } from './workspace.mjs';

/** Takes the pictures of the README anew: the journeys take one wherever they come by, and some are taken for themselves. */
requireNode();
await install();
await build();

const folder = path.join(ROOT, 'docs/screenshots');
mkdirSync(folder, { recursive: true });
say('Walking the journeys');
const jest = path.join(ROOT, 'tools/e2e/node_modules/jest/bin/jest.js');
const { code } = await run(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', jest, 'thread|screens'],
  {
    cwd: path.join(ROOT, 'tools/e2e'),
    env: { SCREENSHOTS: folder },
  },
);
process.exit(code);

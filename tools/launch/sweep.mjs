import path from 'node:path';
import { ROOT, build, install, requireNode, run, say } from './workspace.mjs';

/** Looks at every page of both apps in every state, for what keeps somebody out; `npm test` looks at the pages when full. */
requireNode();
await install();
await build();

say('Looking at every page in every state (it takes some minutes)');
const folder = path.join(ROOT, 'tools/e2e');
const jest = path.join(folder, 'node_modules/jest/bin/jest.js');
const args = ['--experimental-vm-modules', '--no-warnings', jest, '--ci', 'accessibility'];
const { code } = await run(process.execPath, args, { cwd: folder, env: { KILIM_SWEEP: 'whole' } });
process.exit(code);

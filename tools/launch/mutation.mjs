import path from 'node:path';
import { ROOT, install, requireNode, run, say } from './workspace.mjs';

/**
 * How many changes to scoring, bounds and conditions the tests notice, by Stryker. What was judged before and has not
 * changed is not judged again; `npm run mutation -- --force` judges all, `-- --mutate 'src/scoring/bounds/*.ts'` a part.
 */
requireNode();
await install();

say('Judging mutants (it takes an hour or more where nothing was judged before)');
const folder = path.join(ROOT, 'packages/indicators');
const stryker = path.join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const args = [stryker, 'run', ...process.argv.slice(2)];
const { code } = await run(process.execPath, args, { cwd: folder, env: { KILIM_RUNS: '5', ...process.env } });
process.exit(code);

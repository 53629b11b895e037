import path from 'node:path';
import { ROOT, build, install, requireNode, run, say } from './workspace.mjs';

/** Measures, as ratios to what runs beside it. `npm run bench -- save` measures only what begins with `save`. */
requireNode();
await install();
await build();

say('Measuring (nothing else should run on this machine meanwhile)');
const typescript = path.join(ROOT, 'tools/jest/run-typescript.js');
const program = path.join(ROOT, 'tools/bench/src/main.ts');
// What is in use is counted without garbage.
const args = ['--expose-gc', '--import', typescript, program, ...process.argv.slice(2)];
const { code } = await run(process.execPath, args, { cwd: path.join(ROOT, 'tools/bench') });
process.exit(code);

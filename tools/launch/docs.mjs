import path from 'node:path';
import { ROOT, build, install, requireNode, run } from './workspace.mjs';

/** Writes the pages of the documentation that come from the code. */
requireNode();
await install();
await build();
const { code } = await run(process.execPath, [
  path.join(ROOT, 'apps/api/dist/config/write-settings-page.js'),
]);
process.exit(code);

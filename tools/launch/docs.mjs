import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, build, install, requireNode, run } from './workspace.mjs';

/** Writes the pages and schemas that come from the code: settings, codes of faults, JSON Schemas. */
requireNode();
await install();
await build();

const engine = path.join(ROOT, 'packages/indicators');
const { documents } = await import(pathToFileURL(path.join(engine, 'dist/documents.js')).href);
for (const [name, content] of Object.entries(documents())) {
  const file = path.join(engine, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
const { code } = await run(process.execPath, [
  path.join(ROOT, 'apps/api/dist/config/write-settings-page.js'),
]);
process.exit(code);

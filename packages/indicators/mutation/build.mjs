import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { build } from 'esbuild';

/** Bundles the specifications that judge a mutant, mutants included, to where the runner loads them. */
const ENTRIES = [
  ...specifications('src/scoring'),
  ...specifications('src/answers'),
  'src/checks/check-questionnaire.spec.ts',
  'src/checks/impossible-condition.spec.ts',
  'test/reference.spec.ts',
];

/** A part of them, for a first look at a part of the code: `KILIM_SPECS=bounds`. */
const wanted = new RegExp(process.env.KILIM_SPECS ?? '', 'u');

await build({
  entryPoints: ENTRIES.filter((file) => wanted.test(file)).map((file) => ({
    in: file,
    out: file.replace(/^(src|test)\//u, '').replace(/\.ts$/u, ''),
  })),
  outdir: '.mutated',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  packages: 'external',
  alias: { '@jest/globals': fileURLToPath(new URL('jest-globals.mjs', import.meta.url)) },
  logLevel: 'warning',
});

function specifications(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => join(folder, name));
}

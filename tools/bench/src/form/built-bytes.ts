import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const SURVEY = fileURLToPath(new URL('../../../../apps/survey/', import.meta.url));
const BENCH = fileURLToPath(new URL('../../', import.meta.url));
const IMPORTS = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;
const PAGE_FILES = /\/survey\/assets\/([^"]+\.js)/g;

/** What the browser has to have before the form's first page runs: its script and all that it imports, packed. */
export async function entryBytes(): Promise<number> {
  const html = await readFile(path.join(SURVEY, 'dist/index.html'), 'utf8');
  return packedBytes(await withImports([...html.matchAll(PAGE_FILES)].map(([, name = '']) => name)));
}

/** What it has to have before a section can be answered. */
export async function sectionBytes(): Promise<number> {
  const html = await readFile(path.join(SURVEY, 'dist/index.html'), 'utf8');
  const entry = [...html.matchAll(PAGE_FILES)].map(([, name = '']) => name);
  const [section = ''] = (await readFile(path.join(SURVEY, 'dist/sw.js'), 'utf8')).match(
    /section-questions-[\w-]+\.js/,
  ) ?? [''];
  return packedBytes(await withImports([...entry, section]));
}

/** What a program of these lines weighs, bundled as the form is, with the form's own versions of its libraries. */
export async function bundledBytes(lines: string): Promise<number> {
  return (await bundled(lines)).reduce((sum, code) => sum + packed(code), 0);
}

/** A program of these lines in chunks, the one that begins it first. */
export async function bundled(lines: string): Promise<readonly string[]> {
  const entry = path.join(BENCH, 'src/reference.js');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: BENCH,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'reference',
        resolveId: (id) => (id === 'reference' ? entry : undefined),
        load: (id) => (id === entry ? lines : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: 'reference' } },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  return outputs.flatMap((each) => (each.type === 'chunk' ? [each.code] : []));
}

async function withImports(names: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set(names);
  for (const name of found)
    for (const [, imported = ''] of (await codeOf(name)).matchAll(IMPORTS)) found.add(imported);
  return found;
}

async function packedBytes(names: ReadonlySet<string>): Promise<number> {
  const sizes = await Promise.all([...names].map(async (name) => packed(await codeOf(name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function codeOf(name: string): Promise<string> {
  return readFile(path.join(SURVEY, 'dist/assets', name), 'utf8');
}

function packed(code: string): number {
  return brotliCompressSync(code).length;
}

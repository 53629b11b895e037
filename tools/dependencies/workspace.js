import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The folder that holds the workspace. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What ships: the apps, what they are made of, and the engine's command line. Tools only build and check. */
const SHIPPED = /^(apps\/|packages\/|tools\/cli$)/;

/** The folders of all packages of the workspace, from its root; the root itself is `.`. */
export function packageFolders() {
  const groups = ['apps', 'packages', 'tools'];
  const inner = groups.flatMap((group) =>
    readdirSync(path.join(ROOT, group)).map((name) => `${group}/${name}`),
  );
  return ['.', ...inner.filter((folder) => existsSync(path.join(ROOT, folder, 'package.json')))];
}

/** The folders of what ships. */
export function shippedFolders() {
  return packageFolders().filter((folder) => SHIPPED.test(folder));
}

/** The package.json of a folder. */
export function manifestOf(folder) {
  return JSON.parse(readFileSync(path.resolve(ROOT, folder, 'package.json'), 'utf8'));
}

/** The catalogues of pnpm-workspace.yaml: what they are called in a package.json, and their versions by name. */
export function catalogues() {
  const { catalog, catalogs = {} } = parse(readFileSync(path.join(ROOT, 'pnpm-workspace.yaml'), 'utf8'));
  const named = Object.entries(catalogs).map(([name, versions]) => [`catalog:${name}`, versions]);
  return new Map([['catalog:', catalog], ...named]);
}

/** The rows of the table in docs/dependencies.md. */
export function documentedRows() {
  const page = readFileSync(path.join(ROOT, 'docs/dependencies.md'), 'utf8');
  return page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Package|---)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name, version, licence, reason]) => ({ name, version, licence, reason }));
}

import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Licences under which something may ship with a product of anybody's, open or not. */
const FREE = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
];

/**
 * Every package that ships with these folders: what they depend on, and what that depends on, as installed here.
 *
 * @param {readonly string[]} folders absolute
 * @returns {readonly { name: string, version: string, licence: string | undefined, through: string }[]} `through` says which
 *   package asked for it first
 */
export function shippedPackages(folders) {
  const seen = new Map();
  const waiting = folders.map((folder) => ({ folder: realpathSync(folder), through: 'this workspace' }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { folder, through } = next;
    if (seen.has(folder)) continue;
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const { name, version } = manifest;
    seen.set(folder, { name, version, licence: licenceOf(manifest), through });
    for (const dependency of dependenciesOf(manifest)) {
      const found = findFrom(folder, dependency);
      if (found !== undefined) waiting.push({ folder: found, through: name });
    }
  }
  return [...seen.values()];
}

/**
 * Whether an SPDX expression lets something ship: one side of an OR is enough, both sides of an AND are needed. What is
 * no expression, for instance `SEE LICENSE IN …`, does not.
 */
export function isFree(expression) {
  if (typeof expression !== 'string') return false;
  // The innermost parentheses first, each worked out to YES or NO.
  let text = expression.replaceAll(/[^\s()]+/g, (word) =>
    FREE.includes(word) ? 'YES' : OPERATORS.includes(word) ? word : 'NO',
  );
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replaceAll(/\(\s*(YES|NO)\s*\)/g, '$1')
      .replace(/(YES|NO)\s+AND\s+(YES|NO)/, both)
      .replace(ONLY_OR, either);
  }
  return text.trim() === 'YES';
}

const OPERATORS = ['AND', 'OR'];
/** An OR beside which no AND is left to do first. */
const ONLY_OR = /(?<!AND\s+)(YES|NO)\s+OR\s+(YES|NO)(?!\s+AND)/;

function both(_all, left, right) {
  return left === 'YES' && right === 'YES' ? 'YES' : 'NO';
}

function either(_all, left, right) {
  return left === 'YES' || right === 'YES' ? 'YES' : 'NO';
}

/** Old packages say it in other ways. */
function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license;
  if (typeof license?.type === 'string') return license.type;
  return Array.isArray(licenses) ? licenses.map(({ type }) => type).join(' OR ') : undefined;
}

/** Peers ship, too, where they are installed; what is optional and not installed on this platform is left out. */
function dependenciesOf({ dependencies = {}, optionalDependencies = {}, peerDependencies = {} }) {
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
}

/** Where Node finds a package from a folder. */
function findFrom(folder, name) {
  for (let at = folder; ; at = path.dirname(at)) {
    const place = path.join(at, 'node_modules', name);
    if (existsSync(path.join(place, 'package.json'))) return realpathSync(place);
    if (at === path.dirname(at)) return undefined;
  }
}

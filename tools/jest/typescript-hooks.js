import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { TYPESCRIPT } from './typescript.js';

/** What a test file gets for `@jest/globals`. */
const GLOBALS = new URL('globals.js', import.meta.url).href;
const IS_TYPESCRIPT = /\.tsx?$/;

/** Workspace packages are their sources, and `./thing.js` beside a `thing.ts` means that. See `run-typescript.js`. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  return next(sourceOf(specifier, context.parentURL), {
    ...context,
    conditions: ['source', ...context.conditions],
  });
}

function sourceOf(specifier, parentUrl) {
  if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !IS_TYPESCRIPT.test(parentUrl ?? ''))
    return specifier;
  const sources = ['.ts', '.tsx'].map((ending) => specifier.replace(/\.js$/, ending));
  return sources.find((source) => existsSync(new URL(source, parentUrl))) ?? specifier;
}

export async function load(url, context, next) {
  if (!IS_TYPESCRIPT.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    ...TYPESCRIPT,
    filename,
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { isFree, shippedPackages } from './licences.js';
import { ROOT, shippedFolders } from './workspace.js';

const scratch = [];
afterAll(() => scratch.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const notFree = (packages) =>
  packages
    .filter(({ licence }) => !isFree(licence))
    .map(
      ({ name, version, licence, through }) => `${name} ${version}, through ${through}: ${String(licence)}`,
    );

it('whatever ships may ship with anything: no commercial licence, no copyleft', () => {
  const packages = shippedPackages(shippedFolders().map((folder) => path.join(ROOT, folder)));
  const names = new Set(packages.map(({ name }) => name));
  // It was really looked at: our own, direct ones, and ones far down.
  for (const name of ['@kilim/api', '@kilim/indicators', 'fastify', 'survey-core', '@angular/core', 'pino'])
    expect(names).toContain(name);
  expect(notFree(packages)).toEqual([]);
});

describe('a package that may not ship is found', () => {
  /** A workspace of one app with these packages, each asked for by the one before. */
  function planted(packages) {
    const folder = mkdtempSync(path.join(tmpdir(), 'kilim-licences-'));
    scratch.push(folder);
    const chain = [{ name: 'app', version: '1.0.0', license: 'MIT' }, ...packages];
    chain.forEach((manifest, index) => {
      const next = chain[index + 1];
      const place = index === 0 ? folder : path.join(folder, 'node_modules', manifest.name);
      mkdirSync(place, { recursive: true });
      const dependencies = next === undefined ? {} : { [next.name]: '1.0.0' };
      writeFileSync(path.join(place, 'package.json'), JSON.stringify({ ...manifest, dependencies }));
    });
    return folder;
  }
  const middle = { name: 'middle', version: '1.0.0', license: 'MIT' };

  it.each([
    ['a commercial one', { license: 'SEE LICENSE IN LICENSE.md' }, 'SEE LICENSE IN LICENSE.md'],
    ['a copyleft one', { license: 'GPL-3.0-only' }, 'GPL-3.0-only'],
    ['one that is partly copyleft', { license: 'MIT AND LGPL-2.1-only' }, 'MIT AND LGPL-2.1-only'],
    ['one that says nothing', {}, 'undefined'],
    ['one that forbids all use', { license: 'UNLICENSED' }, 'UNLICENSED'],
  ])('%s, also far down', (_what, licence, said) => {
    const packages = shippedPackages([planted([middle, { name: 'planted', version: '2.0.0', ...licence }])]);
    expect(notFree(packages)).toEqual([`planted 2.0.0, through middle: ${said}`]);
  });

  it.each([
    'MIT',
    '(MIT OR GPL-3.0-only)',
    'Apache-2.0 AND MIT',
    '(BSD-3-Clause AND (MIT OR GPL-3.0-only))',
    'GPL-3.0-only AND MIT OR MIT',
  ])('and %s is none', (license) => {
    expect(notFree(shippedPackages([planted([{ ...middle, license }])]))).toEqual([]);
  });

  it.each(['', 'MIT OR', '(MIT', 'MIT MIT', 'MIT AND (MIT OR', undefined])(
    'and %p is no licence',
    (expression) => {
      expect(isFree(expression)).toBe(false);
    },
  );
});

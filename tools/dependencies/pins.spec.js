import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pinFaults } from './pins.js';
import { ROOT, catalogues, documentedRows, manifestOf, packageFolders } from './workspace.js';

const packages = packageFolders().map((folder) => ({ folder, manifest: manifestOf(folder) }));

/** What an installed package says of itself; whoever asks for it has it in their node_modules. */
function licenceOf(name, version) {
  for (const { folder } of packages) {
    const file = path.join(ROOT, folder, 'node_modules', name, 'package.json');
    if (!existsSync(file)) continue;
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    if (manifest.version === version) return manifest.license;
  }
  return undefined;
}

it('direct dependencies are pinned exactly, each with its licence and a reason', () => {
  const rows = documentedRows();
  expect(rows.length).toBeGreaterThan(40);
  expect(pinFaults({ catalogues: catalogues(), packages, rows, licenceOf })).toEqual([]);
});

describe('what is wrong is named', () => {
  const sound = {
    catalogues: new Map([['catalog:', { left: '1.2.3' }]]),
    packages: [
      { folder: 'apps/a', manifest: { dependencies: { left: 'catalog:', '@kilim/b': 'workspace:*' } } },
    ],
    rows: [{ name: 'left', version: '1.2.3', licence: 'MIT', reason: 'pads' }],
    licenceOf: () => 'MIT',
  };
  const faults = (change) => pinFaults({ ...sound, ...change });

  it('nothing, where all is well', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    [
      'a range',
      { catalogues: new Map([['catalog:', { left: '^1.2.3' }]]) },
      'left ^1.2.3 is no exact version.',
    ],
    [
      'a range of what has a second name',
      { catalogues: new Map([['catalog:', { left: 'npm:right@^1.2.3' }]]) },
      'left ^1.2.3 is no exact version.',
    ],
    [
      'a version in a package.json',
      {
        packages: [...sound.packages, { folder: 'apps/b', manifest: { devDependencies: { left: '1.2.3' } } }],
      },
      'apps/b asks for left 1.2.3: versions stand in a catalogue of pnpm-workspace.yaml.',
    ],
    [
      'an entry that nobody asks for',
      { packages: [] },
      'left 1.2.3 is in a catalogue, and no package asks for it.',
    ],
    ['a missing row', { rows: [] }, 'left 1.2.3 has no row in docs/dependencies.md.'],
    [
      'a row too many',
      { rows: [...sound.rows, { name: 'right', version: '1.0.0', licence: 'MIT', reason: 'pads' }] },
      'docs/dependencies.md has a row for right 1.0.0, and no catalogue has it.',
    ],
    [
      'a row without a reason',
      { rows: [{ ...sound.rows[0], reason: '' }] },
      'docs/dependencies.md gives no reason for left.',
    ],
    [
      'another licence than the package has',
      { licenceOf: () => 'GPL-3.0-only' },
      'docs/dependencies.md says that left is MIT; it says GPL-3.0-only of itself.',
    ],
  ])('%s', (_what, change, sentence) => {
    expect(faults(change)).toContain(sentence);
  });
});

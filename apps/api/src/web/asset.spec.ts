import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { Asset } from './asset.js';

it('is read again when it could not be read the first time', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kilim-asset-'));
  const file = path.join(folder, 'main.js');
  const asset = new Asset(file);
  await expect(asset.etag()).rejects.toThrow('ENOENT');
  await expect(asset.body('br')).rejects.toThrow('ENOENT');
  await writeFile(file, 'export {};');
  expect(await asset.etag()).toMatch(/^W\/"/);
  expect((await asset.body('identity')).toString()).toBe('export {};');
  expect((await asset.body('br')).length).toBeGreaterThan(0);
  await rm(folder, { recursive: true });
});

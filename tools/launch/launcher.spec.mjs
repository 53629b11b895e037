import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { clear, folder, start } from './support/processes.mjs';
import { ROOT } from './workspace.mjs';

afterAll(clear);

/** A clone in which nothing has been installed. */
function freshClone() {
  const clone = folder();
  for (const name of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tools/launch'])
    cpSync(path.join(ROOT, name), path.join(clone, name), {
      recursive: true,
      filter: (source) => !source.includes('node_modules'),
    });
  return clone;
}

const script = (clone, name) => path.join(clone, 'tools/launch', `${name}.mjs`);

describe.each(['start', 'test', 'build', 'kilim'])('npm run %s', (name) => {
  it('says in one sentence that this Node is too old', async () => {
    // This Node under another number; what an older one would choke on is said by the next test.
    const older = path.join(folder(), 'older.cjs');
    const versions = "{ ...process.versions, node: '18.19.0' }";
    writeFileSync(older, `Object.defineProperty(process, 'versions', { value: ${versions} });`);
    const { code, output } = await start(['--require', older, script(freshClone(), name)]).ended;
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/^\n✖ Kilim needs Node 20\.19 or newer, and this is 18\.19\.0: install .*\.\n$/),
    ]);
  });
});

describe('npm start', () => {
  it('says that npm is missing', async () => {
    const bin = folder();
    symlinkSync(process.execPath, path.join(bin, 'node'));
    const { code, output } = await start([script(freshClone(), 'start')], { PATH: bin }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/\n✖ npm was not found: it comes with Node, .*\.\n$/);
    expect(output).not.toMatch(/^ {4}at /m);
  });

  it('says that the package registry can not be reached', async () => {
    const home = folder();
    mkdirSync(path.join(home, 'cache'));
    const { code, output } = await start([script(freshClone(), 'start')], {
      HOME: home,
      npm_config_cache: path.join(home, 'cache'),
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
      npm_config_update_notifier: 'false',
    }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(
      /\n✖ The dependencies could not be installed, see above: is the package registry reachable .*\n$/,
    );
  });
});

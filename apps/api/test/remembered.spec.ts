import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Remembered } from '../src/database/remembered.js';
import { type Core, openCore } from './support/core.js';
import { makeSqlite, type TestDatabase } from './support/databases.js';
import { deferred } from './support/deferred.js';
import { givenRound } from './support/given.js';

let testDatabase: TestDatabase;
let core: Core;
let memory: Remembered<number>;
let reads: number;
beforeEach(async () => {
  testDatabase = await makeSqlite();
  core = await openCore(testDatabase);
  memory = new Remembered(core.unit, core.commits, { tables: ['round'], forMs: 200, most: 3 });
  reads = 0;
});
afterEach(async () => {
  await core.close();
  await testDatabase.remove();
});

const read = (key = 'a') => memory.get(key, () => Promise.resolve(++reads));

it('reads once for everybody who asks', async () => {
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
});

it('forgets when this process has changed one of its tables, and not for others', async () => {
  await read();
  core.commits.publish({ tables: new Set(['account']), streams: [] });
  expect(await read()).toBe(1);
  await givenRound(core);
  expect(await read()).toBe(2);
});

it('does not keep what was read before a change and arrives after it', async () => {
  const mayEnd = deferred();
  const early = memory.get('a', async () => {
    await mayEnd.promise;
    return -1;
  });
  await givenRound(core);
  mayEnd.resolve();
  expect(await early).toBe(-1);
  expect(await read()).toBe(1);
});

it('holds nothing for longer than it may, nor a read that failed, nor more than its number', async () => {
  await read();
  await pause(250);
  expect(await read()).toBe(2);
  await expect(memory.get('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await read('b')).toBe(3);
  await read('c');
  await read('d');
  expect(await read('a')).toBe(6);
});

it('reads anew inside a unit of work, and keeps nothing of it', async () => {
  await read();
  await core.unit.write({ untraced: 'checkpoint' }, async () => {
    expect(await read()).toBe(2);
  });
  expect(await read()).toBe(1);
});

it('reads together what is missing of many', async () => {
  const asked: (readonly string[])[] = [];
  const all = (...keys: readonly string[]) =>
    memory.all(
      keys,
      (missing) => {
        asked.push(missing);
        return Promise.resolve(new Map(missing.filter((key) => key !== 'none').map((key) => [key, key.length])));
      },
      0,
    );
  expect(await all('one', 'three')).toEqual(new Map([['one', 3], ['three', 5]]));
  expect(await all('three', 'none')).toEqual(new Map([['three', 5], ['none', 0]]));
  expect(asked).toEqual([['one', 'three'], ['none']]);
});

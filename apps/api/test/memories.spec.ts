import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Streams } from '../src/audit/streams.service.js';
import { Memories } from '../src/memory/memories.service.js';
import type { Remembered } from '../src/memory/remembered.js';
import { type Core, openCore } from './support/core.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { deferred } from './support/deferred.js';
import { givenRound } from './support/given.js';

describeOnBothDatabases('a memory', (make) => {
  let testDatabase: TestDatabase;
  let core: Core;
  let memory: Remembered<number>;
  let count: number;
  beforeEach(async () => {
    testDatabase = await make();
    core = await openCore(testDatabase);
    memory = new Memories(new Streams(core.audit), core.unit, core.commits).of('round');
    count = 0;
  });
  afterEach(async () => {
    await core.close();
    await testDatabase.remove();
  });

  const read = (key = 'a') => memory.get(key, () => Promise.resolve(++count));
  const note = ({ unit, chain }: Core) =>
    unit.write({ actor: null }, async () => {
      await chain.append({ stream: { kind: 'administration' }, action: 'city.added' });
    });

  it('reads once for everybody who asks', async () => {
    expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
  });

  it('forgets when this process has changed one of its tables, and not for others', async () => {
    await read();
    await note(core);
    expect(await read()).toBe(1);
    await givenRound(core);
    expect(await read()).toBe(2);
  });

  it('forgets within a second what another process has changed', async () => {
    const other = await openCore(testDatabase);
    await read();
    await note(other);
    await pause(1000);
    expect(await read()).toBe(2);
    await note(other);
    // What this process then adds is no longer the next entry that it knows of.
    await note(core);
    expect(await read()).toBe(3);
    await other.close();
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

  it('keeps neither what is not there nor a read that failed', async () => {
    expect(await memory.get('a', () => Promise.resolve(undefined))).toBeUndefined();
    await expect(memory.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await read()).toBe(1);
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
    const lengths = (missing: readonly string[]) => {
      asked.push(missing);
      return Promise.resolve(new Map(missing.flatMap((key) => (key === 'none' ? [] : [[key, key.length]]))));
    };
    expect([...(await memory.all(['one', 'three'], lengths))]).toEqual([
      ['one', 3],
      ['three', 5],
    ]);
    expect([...(await memory.all(['three', 'none'], lengths))]).toEqual([['three', 5]]);
    expect(asked).toEqual([['one', 'three'], ['none']]);
  });
});

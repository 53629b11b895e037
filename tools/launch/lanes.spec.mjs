import { expect, it } from '@jest/globals';
import { runInLanes } from './lanes.mjs';

/** A task that notes when it begins and ends, and how many were under way beside it. */
function noted(name, log, needs) {
  return {
    name,
    needs,
    run: async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      log.push(`${name} ends`);
    },
  };
}

it('runs so many at a time, the first of the list first', async () => {
  const log = [];
  await runInLanes(
    ['a', 'b', 'c', 'd'].map((name) => noted(name, log)),
    2,
  );
  expect(log.slice(0, 2)).toEqual(['a begins', 'b begins']);
  expect(log.filter((line) => line.endsWith('ends'))).toHaveLength(4);
  let under = 0;
  for (const line of log) {
    under += line.endsWith('begins') ? 1 : -1;
    expect(under).toBeLessThanOrEqual(2);
  }
});

it('lets another one go first while one waits for what it needs', async () => {
  const log = [];
  await runInLanes([noted('build', log), noted('journey', log, ['build']), noted('unit', log)], 2);
  expect(log.slice(0, 2)).toEqual(['build begins', 'unit begins']);
  expect(log.indexOf('journey begins')).toBeGreaterThan(log.indexOf('build ends'));
});

it('refuses to wait for what nobody gives', async () => {
  await expect(runInLanes([noted('journey', [], ['build'])], 2)).rejects.toThrow(
    'Nothing gives what journey needs',
  );
});

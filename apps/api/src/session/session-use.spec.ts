import { expect, test } from '@jest/globals';
import type { Chain } from '../audit/chain.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { SessionRepository } from './session.repository.js';
import { SessionUse } from './session-use.js';

test('a use that could not be written, for whatever reason, is written with the next, and ends nothing', async () => {
  const written: (readonly string[])[] = [];
  let isAway = true;
  const unit = {
    write: (_by: unknown, work: () => Promise<void>) =>
      isAway ? Promise.reject(new Error('It only reads.')) : work(),
  } as unknown as UnitOfWork;
  const repository = {
    touchSessions: (ids: readonly string[]) => Promise.resolve(void written.push(ids)),
  } as unknown as SessionRepository;
  const chain = { hold: () => Promise.resolve() } as unknown as Chain;
  const use = new SessionUse(unit, chain, repository);
  use.note('first', '2026-03-01T08:00:00.000Z');
  await use.beforeApplicationShutdown();
  isAway = false;
  use.note('second', '2026-03-01T08:00:01.000Z');
  await use.beforeApplicationShutdown();
  expect(written).toEqual([['first', 'second']]);
});

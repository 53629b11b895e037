import { expect, test } from '@jest/globals';
import { Passwords } from './passwords.js';

const passwords = new Passwords();

test('are stored as argon2id, each with its own salt', async () => {
  const [one, two] = await Promise.all([passwords.hash('a secret'), passwords.hash('a secret')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
});

test('fit their own hash only, taken verbatim', async () => {
  const hash = await passwords.hash(' Pässwörd ');
  expect(await passwords.verify(hash, ' Pässwörd ')).toBe(true);
  expect(await passwords.verify(hash, 'Pässwörd')).toBe(false);
  expect(await passwords.verify(undefined, 'nobody has this password')).toBe(false);
});

test('take as long to check where there is no account', async () => {
  const hash = await passwords.hash('a secret');
  const timeOf = async (against: string | undefined) => {
    const start = performance.now();
    await passwords.verify(against, 'a guess');
    return performance.now() - start;
  };
  // In turns, and the quickest of each: whatever else this machine does only makes single ones slower.
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let round = 0; round < 15; round += 1) {
    known.push(await timeOf(hash));
    unknown.push(await timeOf(undefined));
  }
  const ratio = Math.min(...unknown) / Math.min(...known);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test('are checked a few at a time; a crowd is told to come back', async () => {
  const hash = await passwords.hash('a secret');
  const crowd = await Promise.allSettled(
    Array.from({ length: 60 }, () => passwords.verify(hash, 'a secret')),
  );
  const refused = crowd.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(8);
  expect(refused[0]).toMatchObject({ reason: { code: 'request.tooMany' } });
  expect(await passwords.verify(hash, 'a secret')).toBe(true);
});

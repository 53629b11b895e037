import { expect, it, jest } from '@jest/globals';

// Of the browser's store only its ranges are used.
globalThis.IDBKeyRange = { bound: (lower: unknown) => lower } as unknown as typeof IDBKeyRange;

const forgotten: unknown[] = [];
const database = { delete: (part: string, of: unknown) => Promise.resolve(forgotten.push([part, of])) };
/** A store that does not answer until it is let go. */
let letGo: () => void;
const answered = new Promise<void>((resolve) => (letGo = resolve));
let isSilent = true;
const THIS_DEVICE = {
  withStore: (work: (store: typeof database) => unknown) =>
    isSilent ? Promise.reject(new DOMException('', 'TimeoutError')) : work(database),
  answered: () => answered,
};
jest.unstable_mockModule('./this-device.js', () => ({ THIS_DEVICE }));
const { forgetPerson } = await import('./belongings.js');

it('forgets a person who has gone once the store answers, where it did not as they went', async () => {
  await forgetPerson('me', 'nothing');
  expect(forgotten).toEqual([]);
  isSilent = false;
  letGo();
  await new Promise(setImmediate);
  expect(forgotten).toEqual([
    ['unsent', ['me']],
    ['parcels', ['me']],
    ['copies', ['me']],
  ]);
});

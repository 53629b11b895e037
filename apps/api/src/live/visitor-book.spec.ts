import { expect, test } from '@jest/globals';
import { VisitorBook } from './visitor-book.js';

const visit = (accountId: string, visitId: string, sectionId: string | null = null) => ({
  ...{ accountId, visitId, sectionId, since: '2026-03-01T08:00:00.000Z' },
});

test('who says again that they are here is no news; who moves is, and has been here since they came', () => {
  const book = new VisitorBook();
  expect(book.stay('a', visit('one', '1'), 100)).toBe(true);
  expect(book.stay('a', visit('one', '1'), 200)).toBe(false);
  expect(book.stay('a', { ...visit('one', '1', 's-edu'), since: 'later' }, 300)).toBe(true);
  expect(book.of('a')).toEqual([visit('one', '1', 's-edu')]);
  expect(book.of('b')).toEqual([]);
});

test('who has not been heard of for too long is gone', () => {
  const book = new VisitorBook();
  book.stay('a', visit('one', '1'), 100);
  book.stay('a', visit('two', '2'), 200);
  expect(book.expire(99)).toEqual([]);
  expect(book.expire(100)).toEqual(['a']);
  expect(book.of('a')).toEqual([visit('two', '2')]);
});

test('who loses the stream is gone soon, unless they say again that they are here', () => {
  const book = new VisitorBook();
  book.stay('a', visit('one', '1'), 1000);
  book.stay('a', visit('two', '2'), 1000);
  for (const who of [visit('one', '1'), visit('two', '2'), visit('nobody', '3')]) book.shorten('a', who, 50);
  book.stay('a', visit('two', '2'), 1000);
  expect(book.expire(50)).toEqual(['a']);
  expect(book.of('a')).toEqual([visit('two', '2')]);
});

test('only one’s own visit ends, once', () => {
  const book = new VisitorBook();
  book.stay('a', visit('one', '1'), 100);
  expect(book.leave('a', { accountId: 'two', visitId: '1' })).toBe(false);
  expect(book.leave('a', { accountId: 'one', visitId: '1' })).toBe(true);
  expect(book.leave('a', { accountId: 'one', visitId: '1' })).toBe(false);
});

test('nobody fills the list: of somebody’s many tabs the newest count', () => {
  const book = new VisitorBook();
  book.stay('a', visit('other', '0'), 100);
  for (let tab = 1; tab <= 30; tab += 1) book.stay('a', visit('one', String(tab)), 100);
  expect(book.of('a').map(({ visitId }) => visitId)).toEqual([
    '0',
    ...Array.from({ length: 10 }, (_, i) => String(i + 21)),
  ]);
});

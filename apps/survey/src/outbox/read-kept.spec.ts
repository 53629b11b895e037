import { describe, expect, it } from '@jest/globals';
import { readKept, UNREADABLE } from './read-kept.js';

const every = {
  saveId: '01890000-0000-7000-8000-000000000001',
  questionId: 'q-1',
  instanceId: '',
  baseRevision: 0,
  language: 'en',
  textRevision: 'a'.repeat(64),
};
const set = { ...every, kind: 'set', value: 'words' };

describe('what lies on the device', () => {
  it.each([
    ['a text longer than the server takes', { ...set, value: 'x'.repeat(20_001) }],
    ['a figure of more digits than a number can have', { ...set, value: Number('9'.repeat(400)) }],
    ['a source that is a blank so far', { ...set, source: ' ' }],
    ['a source that ends in a blank', { ...set, source: 'Annual ' }],
    ['a source with a control character', { ...set, source: 'Annual\u000breport' }],
    ['a reason with a control character', { ...every, kind: 'notApplicable', reason: 'a\u000bb' }],
    ['what a newer version has noted beside a change', { ...set, device: 'phone' }],
  ])('is read as it was typed: %s', (_name, next) => {
    const kept = { address: 'q-1', next };
    expect(readKept(kept)).toEqual(kept);
  });

  it.each([
    ['a change of a kind that nobody here knows', { address: 'q-1', next: { ...every, kind: 'estimated' } }],
    ['a value of such a kind', { address: 'q-1', next: { ...set, value: { from: 1, to: 2 } } }],
    ['more than is known of one answer', { address: 'q-1', next: set, after: [set] }],
    ['half of something', { half: true }],
  ])('is not taken for nothing where it can’t be read: %s', (_name, kept) => {
    expect(readKept(kept)).toBe(UNREADABLE);
  });

  it('is nothing where nothing lies', () => {
    expect(readKept(undefined)).toBeUndefined();
  });
});

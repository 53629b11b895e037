import { describe, expect, it } from '@jest/globals';
import { actionOf } from './keys';
import { numberIn } from './value-field';

const press = (key: string, target: EventTarget | null = null, change = {}) =>
  actionOf({ key, target, ctrlKey: false, metaKey: false, altKey: false, ...change });

describe('the keys of the verification', () => {
  it('do what the bar says, in either case', () => {
    expect([press('j'), press('K'), press('a'), press('f'), press('?')]).toEqual([
      'next',
      'previous',
      'accept',
      'find',
      'help',
    ]);
  });

  it('leave the browser its own, and do not take names of objects for keys', () => {
    expect(press('a', null, { ctrlKey: true })).toBeUndefined();
    expect(press('constructor')).toBeUndefined();
  });

  it.each(['input', 'textarea', 'select'])('are silent while somebody types in a %s', (name) => {
    expect(press('j', document.createElement(name))).toBeUndefined();
  });
});

describe('a number as people write it', () => {
  it.each([
    ['31,2', 31.2],
    ['31.2', 31.2],
    ['1\u202f234', 1234],
    ['−3', -3],
  ])('reads %j', (text, value) => expect(numberIn(text)).toBe(value));

  it.each(['', 'about 3', '1.2.3', '1e5', '0x10'])('does not guess %j', (text) =>
    expect(numberIn(text)).toBeUndefined(),
  );
});

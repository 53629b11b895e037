import { describe, expect, it } from '@jest/globals';
import { actionOf } from './keys';

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

/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { BrowserUnsentStore, type Unsent } from './unsent-store.js';

const change: Unsent = { address: 'q-1', baseRevision: 3, next: { kind: 'set', value: 'words' } };

beforeEach(() => {
  localStorage.clear();
});

describe('the store of unsent changes', () => {
  it('gives back what it was given, also to another page', () => {
    new BrowserUnsentStore(localStorage, 'me', 'a').keep(change);
    expect(new BrowserUnsentStore(localStorage, 'me', 'a').load()).toEqual([change]);
  });

  it('keeps accounts and assessments apart', () => {
    new BrowserUnsentStore(localStorage, 'me', 'a').keep(change);
    expect(new BrowserUnsentStore(localStorage, 'me', 'b').load()).toEqual([]);
    expect(new BrowserUnsentStore(localStorage, 'you', 'a').load()).toEqual([]);
  });

  it('forgets one answer and no other', () => {
    const store = new BrowserUnsentStore(localStorage, 'me', 'a');
    store.keep(change);
    store.keep({ ...change, address: 'q-2' });
    store.forget('q-1');
    expect(store.load().map(({ address }) => address)).toEqual(['q-2']);
  });

  it('leaves alone what it cannot read', () => {
    const store = new BrowserUnsentStore(localStorage, 'me', 'a');
    localStorage.setItem('kilim.unsent.me.a.q-3', '{"half');
    expect(store.load()).toEqual([]);
    expect(localStorage.getItem('kilim.unsent.me.a.q-3')).toBe('{"half');
  });
});

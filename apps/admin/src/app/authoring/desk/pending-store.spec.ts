import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DraftChange } from '@kilim/indicators';
import { PendingStore } from './pending-store';

const DRAFT = '01900000-0000-7000-8000-0000000000dd';
const stepId = (at: number): string => `01900000-0000-7000-8000-00000000000${String(at)}`;
const step = (at: number, value: string) => {
  const change: DraftChange = { op: 'text', part: 'q-yes', field: 'title', value };
  return { changeId: stepId(at), changes: [change], inverse: [] };
};
const loss = (at: number) => ({
  step: step(at, 'mine'),
  conflict: { reason: 'changed', at: 0, part: 'q-yes', what: 'text/title', found: 'theirs' } as const,
  by: 'Tobias',
});
const tab = (visitId: string, accountId = 'helena'): PendingStore =>
  new PendingStore(localStorage, { accountId, draftId: DRAFT, visitId });
const idsIn = (store: PendingStore, goingOn: readonly string[] = []): readonly string[] =>
  store.load(new Set(goingOn)).pending.map(({ changeId }) => changeId);

beforeEach(() => localStorage.clear());

describe('what the server does not have yet', () => {
  it('of one tab stays when another tab keeps something, or has nothing to keep', () => {
    tab('one').keep([step(1, 'one')], []);
    tab('two').keep([step(2, 'two')], []);
    tab('three').keep([], []);
    expect(idsIn(tab('one'), ['two', 'three'])).toEqual([stepId(1)]);
  });

  it('of tabs that are gone is taken over in the order in which it was made, each step once', () => {
    tab('one').keep([step(1, 'a'), step(4, 'd')], []);
    tab('two').keep([step(2, 'b'), step(4, 'd')], []);
    tab('open').keep([step(3, 'c')], []);
    expect(idsIn(tab('new'), ['open'])).toEqual([stepId(1), stepId(2), stepId(4)]);
  });

  it('lies with the tab that is gone until it is kept by the one that took it over', () => {
    tab('gone').keep([step(1, 'a')], []);
    const next = tab('next');
    next.load(new Set());
    expect(idsIn(tab('other'))).toEqual([stepId(1)]);
    next.keep([step(1, 'a')], []);
    expect(idsIn(tab('other'), ['next'])).toEqual([]);
  });

  it('stays with a tab that has written on since another one took it over', () => {
    const first = tab('first');
    first.keep([step(1, 'a')], []);
    const next = tab('next');
    next.load(new Set());
    first.keep([step(1, 'a'), step(2, 'b')], []);
    next.keep([step(1, 'a')], []);
    expect(idsIn(tab('later'), ['next'])).toEqual([stepId(1), stepId(2)]);
  });

  it('is what the tab has that made the step, where another one took it over before it was whole', () => {
    tab('a-visit').keep([step(1, 'whole')], []);
    tab('b-taking-over').keep([step(1, 'wh')], []);
    expect(tab('c').load(new Set()).pending).toMatchObject([{ changes: [{ value: 'whole' }] }]);
  });

  it('is nobody else’s, and what cannot be read stays where it is', () => {
    tab('gone', 'tobias').keep([step(1, 'a')], []);
    localStorage.setItem(`kilim.draft.helena.${DRAFT}.older`, 'no JSON');
    const own = tab('next');
    expect(idsIn(own)).toEqual([]);
    own.keep([], []);
    expect(localStorage).toHaveLength(2);
  });

  it('is kept with what collided, until that is settled', () => {
    tab('gone').keep([], [loss(1)]);
    const {
      step: { changeId },
      ...rest
    } = loss(1);
    const next = tab('next');
    expect(next.load(new Set()).lost).toMatchObject([{ step: { changeId }, ...rest }]);
    next.keep([], []);
    expect(tab('later').load(new Set()).lost).toEqual([]);
  });
});

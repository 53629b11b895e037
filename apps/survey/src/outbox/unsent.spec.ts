import { describe, expect, it } from '@jest/globals';
import type { AnswerSave } from '@kilim/contracts';
import { acknowledged, dropped, newestOf, renewed, setAside, taken, written, type Unsent } from './unsent.js';

function save(saveId: string, value = saveId, baseRevision = 0): AnswerSave {
  return {
    kind: 'set',
    saveId,
    questionId: 'q',
    instanceId: '',
    baseRevision,
    value,
    language: 'en',
    textRevision: 'a'.repeat(64),
  };
}

describe('a change', () => {
  it('is made upon what the person saw', () => {
    expect(written('q', save('s1'), 3)(undefined)).toEqual({ address: 'q', next: save('s1', 's1', 3) });
  });

  it('takes the place of one that nobody was given, upon the same base', () => {
    const kept: Unsent = { address: 'q', next: save('s1', 's1', 3) };
    expect(written('q', save('s2'), 9)(kept)).toEqual({ address: 'q', next: save('s2', 's2', 3) });
  });

  it('follows upon one that is under way', () => {
    const kept: Unsent = { address: 'q', sending: save('s1', 's1', 3) };
    expect(written('q', save('s2'), 9)(kept)?.next?.baseRevision).toBe(4);
  });

  describe('that comes after answers have closed', () => {
    const closesAt = '2026-04-11T14:00:00.000Z';
    const inTime = { ...save('s1', 'in time', 3), typedAt: closesAt };
    const late = { ...save('s2', 'in time.'), typedAt: '2026-04-11T14:00:00.001Z' };

    it('follows what was typed in time, which is taken as it is', () => {
      expect(written('q', late, 9, closesAt)({ address: 'q', next: inTime })).toEqual({
        address: 'q',
        sending: inTime,
        next: { ...late, baseRevision: 4 },
      });
    });

    it('takes the place of nothing that was typed in time and has to wait', () => {
      const kept: Unsent = { address: 'q', sending: save('s0'), next: inTime };
      expect(written('q', late, 9, closesAt)(kept)).toEqual(kept);
    });

    it('is a change like any other where nothing waits, or they have been opened again', () => {
      expect(written('q', late, 9, closesAt)(undefined)?.next).toEqual({ ...late, baseRevision: 9 });
      expect(written('q', late, 9)({ address: 'q', next: inTime })?.next?.saveId).toBe('s2');
    });
  });

  it('keeps its id from the first letter to the server, so that it takes effect once', () => {
    const kept = taken(written('q', save('s1'), 0)(undefined));
    expect(kept?.sending?.saveId).toBe('s1');
    expect(taken(kept)).toBe(kept);
  });
});

describe('a reply', () => {
  const kept: Unsent = { address: 'q', sending: save('s1', 's1', 3), next: save('s2', 's2', 4) };

  it('ends the save it is for, and the next follows upon what the server made of it', () => {
    expect(acknowledged('s1', 7)(kept)).toEqual({ address: 'q', next: save('s2', 's2', 7) });
    expect(acknowledged('s1', 7)({ address: 'q', sending: save('s1') })).toBeUndefined();
  });

  it('for another save changes nothing', () => {
    for (const step of [acknowledged('s0', 7), dropped('s0'), renewed('s0', 's9')])
      expect(step(kept)).toBe(kept);
  });

  it('that somebody else was first leaves the newest words, under a new id and upon the newer answer', () => {
    expect(renewed('s1', 's9', 8)(kept)).toEqual({ address: 'q', next: save('s9', 's2', 8) });
  });

  it('of refusal lets the newest words go again upon the same base', () => {
    expect(renewed('s1', 's9')(kept)).toEqual({ address: 'q', next: save('s9', 's2', 3) });
  });

  it('that settles it for the other leaves nothing', () => {
    expect(dropped('s1')(kept)).toBeUndefined();
  });
});

describe('words that are set aside for somebody else’s', () => {
  const theirs = save('s8', 'theirs', 5);
  const kept = setAside('s1', 's7', theirs)({ address: 'q', sending: save('s1', 'mine', 3) });

  it('go before them, both upon what stands now', () => {
    expect(kept).toEqual({
      address: 'q',
      aside: [save('s7', 'mine', 5)],
      next: save('s8', 'theirs', 6),
    });
    expect(taken(kept)).toEqual({
      address: 'q',
      aside: [save('s7', 'mine', 5)],
      sending: save('s8', 'theirs', 6),
    });
  });

  it('stay before whatever is typed next, and are through with what stands in their place', () => {
    expect(written('q', save('s9'), 0)(kept)).toEqual({
      address: 'q',
      aside: [save('s7', 'mine', 5)],
      next: save('s9', 's9', 6),
    });
    const under = written('q', save('s9'), 0)(taken(kept));
    expect(under?.next?.baseRevision).toBe(7);
    expect(acknowledged('s8', 7)(under)).toEqual({ address: 'q', next: save('s9', 's9', 7) });
  });

  it('follow upon what a third person answered meanwhile, with whatever was given up after them', () => {
    expect(renewed('s8', 's9', 8)(taken(kept))).toEqual({
      address: 'q',
      aside: [save('s7', 'mine', 8)],
      next: save('s9', 'theirs', 9),
    });
    expect(renewed('s8', 's9')(taken(kept))?.next?.baseRevision).toBe(6);
    expect(setAside('s8', 's9', save('s10', 'third', 8))(taken(kept))).toEqual({
      address: 'q',
      aside: [save('s7', 'mine', 8), save('s9', 'theirs', 9)],
      next: save('s10', 'third', 10),
    });
  });

  it('are in time as long as they were', () => {
    const typedAt = '2026-04-11T14:00:00.000Z';
    const late = { ...save('s1', 'mine', 3), typedAt };
    const now = { ...theirs, typedAt: '2026-04-11T14:20:00.000Z' };
    expect(setAside('s1', 's7', now)({ address: 'q', sending: late })?.next?.typedAt).toBe(typedAt);
  });

  it('are not there for a save that is not under way any more', () => {
    const other: Unsent = { address: 'q', sending: save('s2') };
    expect(setAside('s1', 's7', theirs)(other)).toBe(other);
  });
});

it('the newest of what is kept is what the person sees', () => {
  expect(newestOf({ address: 'q', sending: save('s1'), next: save('s2') })?.saveId).toBe('s2');
  expect(newestOf({ address: 'q', sending: save('s1') })?.saveId).toBe('s1');
  expect(newestOf(undefined)).toBeUndefined();
});

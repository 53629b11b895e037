import { describe, expect, it } from '@jest/globals';
import type { AnswerSave, CurrentAnswer, ProblemDocument } from '@kilim/contracts';
import fc from 'fast-check';
import { AnswerSaver, TYPING_PAUSE_MS } from './answer-saver.js';
import type { Outcome } from './saver-surroundings.js';
import type { Unsent, UnsentStore } from './unsent-store.js';

const ME = { id: 'me', name: 'Alicja' };
const OTHER = { id: 'other', name: 'Marta' };
const HASH = 'a'.repeat(64);

/** A clock that moves when told to. */
class Clock {
  private now = 0;
  private timers: { readonly at: number; readonly run: () => void }[] = [];

  later = (run: () => void, afterMs: number): (() => void) => {
    const timer = { at: this.now + afterMs, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    await settle();
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.now = next.at;
      next.run();
      await settle();
    }
    this.now = until;
    await settle();
  }
}

/** The server's side of the contract: one revision per change, a save id takes effect once. */
class Server {
  readonly answers = new Map<string, CurrentAnswer>();
  /** Every value that ever took effect, per question, in order. */
  readonly record = new Map<string, unknown[]>();
  private readonly seen = new Map<string, CurrentAnswer>();

  take(save: AnswerSave, by = ME): Outcome {
    const known = this.seen.get(save.saveId);
    if (known) return { kind: 'saved', answer: known };
    const current = this.answers.get(save.questionId);
    if ((current?.revision ?? 0) !== save.baseRevision) {
      if (!current) throw new Error('A base revision for an answer that never was');
      return { kind: 'stale', current };
    }
    const value = save.kind === 'set' ? save.value : null;
    const answer: CurrentAnswer = {
      questionId: save.questionId,
      instanceId: '',
      revision: save.baseRevision + 1,
      eventId: save.saveId,
      answer: value === null ? null : { kind: 'value', value },
      faults: [],
      savedAt: `2026-04-11T14:${String(this.seen.size % 60).padStart(2, '0')}:00.000Z`,
      savedBy: by,
    };
    this.seen.set(save.saveId, answer);
    this.answers.set(save.questionId, answer);
    this.record.set(save.questionId, [...(this.record.get(save.questionId) ?? []), value]);
    return { kind: 'saved', answer };
  }

  valueOf(questionId: string): unknown {
    const answer = this.answers.get(questionId)?.answer;
    return answer?.kind === 'value' ? answer.value : null;
  }

  /** Somebody else changes an answer. */
  other(questionId: string, value: string): void {
    const baseRevision = this.answers.get(questionId)?.revision ?? 0;
    this.take(save(questionId, value, baseRevision, `other-${String(this.seen.size)}`), OTHER);
  }
}

class MemoryStore implements UnsentStore {
  readonly kept = new Map<string, Unsent>();
  load = (): readonly Unsent[] => [...this.kept.values()];
  keep(unsent: Unsent): void {
    this.kept.set(unsent.address, structuredClone(unsent));
  }
  forget(questionId: string): void {
    this.kept.delete(questionId);
  }
}

type Send = (save: AnswerSave) => Promise<Outcome>;

function given(send?: Send) {
  const clock = new Clock();
  const server = new Server();
  const unsent = new MemoryStore();
  const sent: AnswerSave[] = [];
  let ids = 0;
  const around = {
    send: (save: AnswerSave): Promise<Outcome> => {
      sent.push(save);
      return send ? send(save) : Promise.resolve(server.take(save));
    },
    newId: () => `save-${String(++ids)}-${String(Math.abs(unsent.kept.size))}`,
    later: clock.later,
    seen: () => ({ language: 'en', textRevision: HASH }),
    kindOf: () => 'text' as const,
    unsent,
  };
  const open = (): AnswerSaver => new AnswerSaver(around, [...server.answers.values()]);
  return { clock, server, unsent, sent, around, open };
}

const set = (value: string) => ({ kind: 'set', value }) as const;

describe('what is typed', () => {
  it('goes off once, after a pause, with the newest words', async () => {
    const { clock, server, sent, open } = given();
    const saver = open();
    for (const words of ['a', 'ab', 'abc']) {
      saver.change('q', set(words), 'typing');
      await clock.pass(TYPING_PAUSE_MS / 2);
    }
    expect(sent).toHaveLength(0);
    expect(saver.look().state.kind).toBe('saving');
    await clock.pass(TYPING_PAUSE_MS);
    expect(sent).toHaveLength(1);
    expect(server.valueOf('q')).toBe('abc');
    expect(saver.look().state.kind).toBe('saved');
    expect(saver.hasUnsaved).toBe(false);
  });

  it('is sent at once when the page is left', async () => {
    const { clock, server, open } = given();
    const saver = open();
    saver.change('q', set('half a word'), 'typing');
    saver.flush();
    await clock.pass(0);
    expect(server.valueOf('q')).toBe('half a word');
  });
});

describe('a choice', () => {
  it('goes off at once, upon the revision the server gave last', async () => {
    const { clock, sent, open } = given();
    const saver = open();
    saver.change('q', set('yes'), 'atOnce');
    await clock.pass(0);
    saver.change('q', set('no'), 'atOnce');
    await clock.pass(0);
    expect(sent.map(({ baseRevision }) => baseRevision)).toEqual([0, 1]);
  });

  it('waits while one is on its way, and only the newest goes next', async () => {
    const replies: ((outcome: Outcome) => void)[] = [];
    const { clock, server, sent, open } = given(() => new Promise((resolve) => replies.push(resolve)));
    const saver = open();
    for (const value of ['1', '2', '3']) saver.change('q', set(value), 'atOnce');
    expect(sent).toHaveLength(1);
    replies[0]?.(server.take(at(sent, 0)));
    await clock.pass(0);
    expect(sent).toHaveLength(2);
    expect(at(sent, 1)).toMatchObject({ kind: 'set', value: '3', baseRevision: 1 });
  });
});

describe('a lost reply', () => {
  it('leads to the same save again, which takes effect once', async () => {
    let isLost = true;
    const { clock, server, sent, open } = given((save) => {
      const outcome = server.take(save);
      return Promise.resolve(isLost ? { kind: 'unreachable' } : outcome);
    });
    const saver = open();
    saver.change('q', set('once'), 'atOnce');
    await clock.pass(0);
    expect(saver.look().state.kind).toBe('offline');
    await clock.pass(1_000);
    isLost = false;
    await clock.pass(2_000);
    expect(new Set(sent.map(({ saveId }) => saveId)).size).toBe(1);
    expect(server.record.get('q')).toEqual(['once']);
    expect(saver.look().state.kind).toBe('saved');
  });

  it('is tried again ever more slowly, and at once when the network is back', async () => {
    const { clock, sent, open } = given(() => Promise.resolve({ kind: 'unreachable' }));
    const saver = open();
    saver.change('q', set('x'), 'atOnce');
    await clock.pass(60_000);
    const tries = sent.length;
    expect(tries).toBeGreaterThan(4);
    expect(tries).toBeLessThan(10);
    saver.retry();
    expect(sent).toHaveLength(tries + 1);
  });
});

describe('a stale answer', () => {
  it('shows both, keeps what was typed, and overwrites only when told to', async () => {
    const { clock, server, unsent, open } = given();
    const saver = open();
    server.other('q', 'theirs');
    saver.change('q', set('mine'), 'atOnce');
    await clock.pass(0);
    const trouble = saver.look().troubles.get('q');
    expect(trouble).toMatchObject({ kind: 'stale', mine: { answer: { value: 'mine' } } });
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'mine' });
    expect(unsent.kept.has('q')).toBe(true);
    expect(server.valueOf('q')).toBe('theirs');
    saver.settle('q', 'mine');
    await clock.pass(0);
    expect(server.record.get('q')).toEqual(['theirs', 'mine']);
  });

  it('gives way when told to', async () => {
    const { clock, server, sent, open } = given();
    const saver = open();
    server.other('q', 'theirs');
    saver.change('q', set('mine'), 'atOnce');
    await clock.pass(0);
    saver.settle('q', 'theirs');
    await clock.pass(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'theirs' });
    expect(saver.hasUnsaved).toBe(false);
  });

  it('asks nobody when both said the same', async () => {
    const { clock, server, open } = given();
    const saver = open();
    server.other('q', 'same');
    saver.change('q', set('same'), 'atOnce');
    await clock.pass(0);
    expect(saver.look().troubles.size).toBe(0);
    expect(saver.hasUnsaved).toBe(false);
  });
});

describe('a refusal', () => {
  const problem: ProblemDocument = {
    type: '/problems/assessment.locked',
    code: 'assessment.locked',
    title: 'Locked',
    status: 409,
    detail: 'Locked.',
    places: [],
    requestId: 'r',
  };

  it('keeps the change, says why, and tries again only when told to', async () => {
    let isLocked = true;
    const { clock, server, sent, unsent, open } = given((save) =>
      Promise.resolve(isLocked ? { kind: 'refused', problem } : server.take(save)),
    );
    const saver = open();
    saver.change('q', set('kept'), 'atOnce');
    await clock.pass(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.look().state).toEqual({ kind: 'refused', problem });
    expect(unsent.kept.get('q')?.next).toEqual(set('kept'));
    isLocked = false;
    saver.retry();
    await clock.pass(0);
    expect(server.valueOf('q')).toBe('kept');
  });

  it('can be given in to: the answer stands as the server has it', async () => {
    let isLocked = false;
    const { clock, server, unsent, open } = given((save) =>
      Promise.resolve(isLocked ? { kind: 'refused', problem } : server.take(save)),
    );
    const saver = open();
    saver.change('q', set('saved'), 'atOnce');
    await clock.pass(0);
    isLocked = true;
    saver.change('q', set('too late'), 'atOnce');
    await clock.pass(0);
    saver.discard('q');
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'saved' });
    expect(saver.hasUnsaved).toBe(false);
    expect(unsent.kept.size).toBe(0);
  });

  it('of the session holds everything until somebody has signed in', async () => {
    let isOut = true;
    const { clock, server, sent, open } = given((save) =>
      Promise.resolve(isOut ? { kind: 'signedOut' } : server.take(save)),
    );
    const saver = open();
    saver.change('q1', set('one'), 'atOnce');
    await clock.pass(0);
    saver.change('q2', set('two'), 'atOnce');
    await clock.pass(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.look().state.kind).toBe('signedOut');
    isOut = false;
    saver.retry();
    await clock.pass(0);
    expect([server.valueOf('q1'), server.valueOf('q2')]).toEqual(['one', 'two']);
  });
});

describe('a reload', () => {
  it('takes up what was not acknowledged, also a save whose reply was lost', async () => {
    const server = new Server();
    const { clock, unsent, around } = given();
    const before = new AnswerSaver(
      {
        ...around,
        send: (save) => {
          server.take(save);
          return Promise.resolve({ kind: 'unreachable' });
        },
      },
      [],
    );
    before.change('sent', set('took effect'), 'atOnce');
    before.change('typing', set('never sent'), 'typing');
    await clock.pass(0);
    before.stop();
    const after = new AnswerSaver({ ...around, send: (save) => Promise.resolve(server.take(save)) }, [
      ...server.answers.values(),
    ]);
    expect(after.look().answers['typing']).toEqual({ kind: 'value', value: 'never sent' });
    after.start();
    await clock.pass(60_000);
    expect(server.record.get('sent')).toEqual(['took effect']);
    expect(server.valueOf('typing')).toBe('never sent');
    expect(unsent.kept.size).toBe(0);
  });

  it('does not overwrite in silence what somebody else answered meanwhile', async () => {
    const { clock, server, unsent, open } = given();
    unsent.keep({ address: 'q', next: set('mine'), baseRevision: 0 });
    server.other('q', 'theirs');
    const saver = open();
    saver.start();
    await clock.pass(0);
    expect(saver.look().troubles.get('q')?.kind).toBe('stale');
    expect(server.valueOf('q')).toBe('theirs');
  });
});

/** What may befall one request. */
type Fate = 'arrives' | 'requestLost' | 'replyLost' | 'late';

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('change' as const), q: fc.nat(2), typing: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(3_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('other' as const), q: fc.nat(2), value: fc.nat(99) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'reload' as const }) },
);

describe('under any schedule of lost, late and crossed replies, reloads and other people', () => {
  it('nothing typed last is lost: it is on the server, or on the screen and kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.array(fc.constantFrom<Fate>('arrives', 'requestLost', 'replyLost', 'late'), { maxLength: 40 }),
        async (steps, fates) => {
          const remaining = [...fates];
          const { clock, server, unsent, sent, around } = given();
          const send: Send = (save) => {
            sent.push(save);
            const fate = remaining.shift() ?? 'arrives';
            if (fate === 'requestLost') return Promise.resolve({ kind: 'unreachable' });
            const outcome = server.take(save);
            if (fate === 'replyLost') return Promise.resolve({ kind: 'unreachable' });
            if (fate === 'late')
              return new Promise((resolve) =>
                clock.later(() => {
                  resolve(outcome);
                }, 2_500),
              );
            return Promise.resolve(outcome);
          };
          const open = (): AnswerSaver => {
            const opened = new AnswerSaver({ ...around, send }, [...server.answers.values()]);
            opened.start();
            return opened;
          };
          let saver = open();
          const last = new Map<string, string>();
          for (const [place, each] of steps.entries()) {
            if (each.kind === 'change') {
              const value = `mine ${String(place)}`;
              saver.change(`q${String(each.q)}`, set(value), each.typing ? 'typing' : 'atOnce');
              last.set(`q${String(each.q)}`, value);
            } else if (each.kind === 'pass') await clock.pass(each.ms);
            else if (each.kind === 'other') {
              server.other(`q${String(each.q)}`, `theirs ${String(each.value)}`);
            } else {
              saver.stop();
              await clock.pass(0);
              saver = open();
            }
          }
          remaining.length = 0;
          await clock.pass(200_000);
          const view = saver.look();
          for (const [q, value] of last) {
            const wasSaved = server.record.get(q)?.includes(value) === true;
            const isHeld = view.troubles.get(q)?.kind === 'stale' && unsent.kept.has(q);
            expect(wasSaved || isHeld).toBe(true);
            if (isHeld) expect(view.answers[q]).toEqual({ kind: 'value', value });
          }
          // What is not in dispute is settled: nothing waits for ever.
          expect([...view.unsaved].every((q) => view.troubles.has(q))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function save(questionId: string, value: string, baseRevision: number, saveId: string): AnswerSave {
  return {
    kind: 'set',
    saveId,
    questionId,
    instanceId: '',
    baseRevision,
    value,
    language: 'en',
    textRevision: HASH,
  };
}

function at(saves: readonly AnswerSave[], place: number): AnswerSave {
  const found = saves[place];
  if (!found) throw new Error(`Only ${String(saves.length)} saves were sent`);
  return found;
}

/** Lets promises that are ready run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

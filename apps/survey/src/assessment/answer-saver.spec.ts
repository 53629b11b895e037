import { describe, expect, it } from '@jest/globals';
import type { AnswerSave, CurrentAnswer, ProblemDocument } from '@kilim/contracts';
import fc from 'fast-check';
import { AnswerSaver, TYPING_PAUSE_MS } from './answer-saver.js';
import { MemoryOutbox, type Outbox } from '../outbox/outbox.js';
import type { Step, Unsent } from '../outbox/unsent.js';
import type { News, Outcome, Surroundings } from './saver-surroundings.js';

const ME = { id: 'me', name: 'Alicja' };
const OTHER = { id: 'other', name: 'Marta' };
const HASH = 'a'.repeat(64);
/** Longer than the device takes for anything. */
const WHILE = 20;
const LOST: Outcome = { kind: 'unreachable', because: 'network' };

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

  /** A request of several saves: all of them or none. */
  takeAll(saves: readonly AnswerSave[]): Outcome {
    const [first, ...more] = saves;
    if (!first) throw new Error('Nothing to save');
    let outcome = this.take(first);
    // Those after it are made upon what it leads to: it alone can be stale.
    for (const save of more) if (outcome.kind === 'saved') outcome = this.take(save);
    return outcome;
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

/** A device that several tabs share. It takes its time; with `isDead` it never comes to an end. */
class SharedDevice {
  readonly kept = new MemoryOutbox();
  isDead = false;
  private readonly tabs = new Set<(address: string, kept: Unsent | undefined) => void>();

  constructor(private readonly clock: Clock) {}

  outbox(): Outbox {
    let mine: ((address: string, kept: Unsent | undefined) => void) | undefined;
    return {
      keeping: 'kept',
      load: () => this.kept.load(),
      step: async (address: string, step: Step) => {
        await this.pass();
        const after = await this.kept.step(address, step);
        for (const tab of this.tabs) if (tab !== mine) tab(address, after);
        return after;
      },
      onKeeping: () => () => undefined,
      onElsewhere: (listener) => {
        mine = listener;
        this.tabs.add(listener);
        return () => this.tabs.delete(listener);
      },
    };
  }

  private async pass(): Promise<void> {
    if (this.isDead) await new Promise(() => undefined);
    await new Promise<void>((resolve) => this.clock.later(resolve, 1));
  }
}

type Send = Surroundings['send'];

function given(send?: Send) {
  const clock = new Clock();
  const server = new Server();
  const device = new SharedDevice(clock);
  const sent: AnswerSave[] = [];
  const savers: AnswerSaver[] = [];
  let ids = 0;
  const around = (): Surroundings => ({
    send: (save, aside): Promise<Outcome> => {
      sent.push(save);
      return send ? send(save, aside) : Promise.resolve(server.takeAll([...aside, save]));
    },
    newId: () => `save-${String(++ids).padStart(6, '0')}`,
    now: () => '2026-04-11T14:00:00.000Z',
    random: () => 0.5,
    later: clock.later,
    seen: () => ({ language: 'en', textRevision: HASH }),
    kindOf: () => 'text' as const,
    tell: () => undefined,
    outbox: device.outbox(),
  });
  const open = async (other: Partial<Surroundings> = {}, leads = true): Promise<AnswerSaver> => {
    const surroundings = { ...around(), ...other };
    const unsent = await surroundings.outbox.load();
    const saver: AnswerSaver = new AnswerSaver(
      { ...surroundings, tell: (address, news) => tellOthers(saver, address, news) },
      [...server.answers.values()],
      unsent,
    );
    savers.push(saver);
    saver.start(leads);
    await clock.pass(0);
    return saver;
  };
  const tellOthers = (teller: AnswerSaver, address: string | undefined, news: News): void => {
    for (const saver of savers) if (saver !== teller) saver.hearNews(address, news);
  };
  return { clock, server, device, sent, open };
}

const set = (value: string) => ({ kind: 'set', value }) as const;

describe('what is typed', () => {
  it('goes off once, after a pause, with the newest words', async () => {
    const { clock, server, sent, open } = given();
    const saver = await open();
    for (const words of ['a', 'ab', 'abc']) {
      saver.change('q', set(words), 'typing');
      await clock.pass(TYPING_PAUSE_MS / 2);
    }
    expect(sent).toHaveLength(0);
    expect(saver.look().state.kind).toBe('saving');
    await clock.pass(TYPING_PAUSE_MS + WHILE);
    expect(sent).toHaveLength(1);
    expect(server.valueOf('q')).toBe('abc');
    expect(saver.look().state.kind).toBe('saved');
    expect(saver.hasUnsaved).toBe(false);
  });

  it('is sent at once when the page is left', async () => {
    const { clock, server, open } = given();
    const saver = await open();
    saver.change('q', set('half a word'), 'typing');
    saver.flush();
    await clock.pass(WHILE);
    expect(server.valueOf('q')).toBe('half a word');
  });
});

describe('a choice', () => {
  it('goes off at once, upon the revision the server gave last', async () => {
    const { clock, sent, open } = given();
    const saver = await open();
    saver.change('q', set('yes'), 'atOnce');
    await clock.pass(WHILE);
    saver.change('q', set('no'), 'atOnce');
    await clock.pass(WHILE);
    expect(sent.map(({ baseRevision }) => baseRevision)).toEqual([0, 1]);
  });

  it('waits while one is on its way, and only the newest goes next', async () => {
    const replies: ((outcome: Outcome) => void)[] = [];
    const { clock, server, sent, open } = given(() => new Promise((resolve) => replies.push(resolve)));
    const saver = await open();
    saver.change('q', set('1'), 'atOnce');
    await clock.pass(WHILE);
    for (const value of ['2', '3']) saver.change('q', set(value), 'atOnce');
    await clock.pass(WHILE);
    expect(sent).toHaveLength(1);
    replies[0]?.(server.take(at(sent, 0)));
    await clock.pass(WHILE);
    expect(sent).toHaveLength(2);
    expect(at(sent, 1)).toMatchObject({ kind: 'set', value: '3', baseRevision: 1 });
  });
});

describe('a lost reply', () => {
  it('leads to the same save again, which takes effect once', async () => {
    let isLost = true;
    const { clock, server, sent, open } = given((save) => {
      const outcome = server.take(save);
      return Promise.resolve(isLost ? LOST : outcome);
    });
    const saver = await open();
    saver.change('q', set('once'), 'atOnce');
    await clock.pass(WHILE);
    expect(saver.look().state).toEqual({ kind: 'waiting', count: 1, because: 'network' });
    await clock.pass(1_000);
    isLost = false;
    await clock.pass(2_000);
    expect(new Set(sent.map(({ saveId }) => saveId)).size).toBe(1);
    expect(server.record.get('q')).toEqual(['once']);
    expect(saver.look().state.kind).toBe('saved');
  });

  it('is tried again ever more slowly, and at once when the network is back', async () => {
    const { clock, sent, open } = given(() => Promise.resolve(LOST));
    const saver = await open();
    saver.change('q', set('x'), 'atOnce');
    await clock.pass(60_000);
    const tries = sent.length;
    expect(tries).toBeGreaterThan(4);
    expect(tries).toBeLessThan(10);
    saver.retry();
    expect(sent).toHaveLength(tries + 1);
  });

  it('keeps everything back but one, which finds out for the others', async () => {
    let isLost = true;
    const { clock, server, sent, open } = given((save) => Promise.resolve(isLost ? LOST : server.take(save)));
    const saver = await open();
    for (const q of ['q1', 'q2', 'q3', 'q4', 'q5', 'q6']) saver.change(q, set(q), 'atOnce');
    await clock.pass(WHILE);
    expect(sent.length).toBeLessThanOrEqual(4);
    const before = sent.length;
    await clock.pass(1_000);
    expect(sent).toHaveLength(before + 1);
    isLost = false;
    await clock.pass(3_000);
    expect(server.answers.size).toBe(6);
    expect(saver.look().state.kind).toBe('saved');
  });

  it('of one answer at which the server fails does not keep the others', async () => {
    const { clock, server, open } = given((save) =>
      Promise.resolve(save.questionId === 'bad' ? { kind: 'failed' } : server.take(save)),
    );
    const saver = await open();
    saver.change('bad', set('x'), 'atOnce');
    saver.change('good', set('y'), 'atOnce');
    await clock.pass(5_000);
    expect(server.valueOf('good')).toBe('y');
    expect(saver.look().state).toEqual({ kind: 'waiting', count: 1, because: 'failed' });
  });
});

describe('a change', () => {
  it('is kept on the device before the server sees it', async () => {
    const { clock, device, sent, open } = given();
    const saver = await open();
    device.isDead = true;
    saver.change('q', set('never kept'), 'atOnce');
    await clock.pass(60_000);
    expect(sent).toHaveLength(0);
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'never kept' });
  });

  it('says when it was made', async () => {
    const { clock, sent, open } = given();
    (await open()).change('q', set('x'), 'atOnce');
    await clock.pass(WHILE);
    expect(at(sent, 0).typedAt).toBe('2026-04-11T14:00:00.000Z');
  });

  it('that the server tells of by itself needs no reply', async () => {
    const { clock, sent, server, open } = given((save) => {
      server.take(save);
      return new Promise(() => undefined);
    });
    const saver = await open();
    saver.change('q', set('x'), 'atOnce');
    await clock.pass(WHILE);
    const answer = server.answers.get('q');
    if (answer) saver.hear(answer, at(sent, 0).saveId);
    await clock.pass(WHILE);
    expect(saver.hasUnsaved).toBe(false);
    expect(saver.look().state.kind).toBe('saved');
  });

  it('of somebody else shows without asking for it', async () => {
    const { server, open } = given();
    const saver = await open();
    server.other('q', 'theirs');
    const answer = server.answers.get('q');
    if (answer) saver.hear(answer, 'other-0');
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'theirs' });
  });
});

describe('a stale answer', () => {
  it('shows both, keeps what was typed, and overwrites only when told to', async () => {
    const { clock, server, device, open } = given();
    const saver = await open();
    server.other('q', 'theirs');
    saver.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    const trouble = saver.look().troubles.get('q');
    expect(trouble).toMatchObject({ kind: 'stale', mine: { answer: { value: 'mine' } } });
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'mine' });
    expect(device.kept.of('q')).toBeDefined();
    expect(server.valueOf('q')).toBe('theirs');
    saver.settle('q', 'mine');
    await clock.pass(WHILE);
    expect(server.record.get('q')).toEqual(['theirs', 'mine']);
  });

  it('gives way when told to, and stands in the record all the same', async () => {
    const { clock, server, open } = given();
    const saver = await open();
    server.other('q', 'theirs');
    saver.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    saver.settle('q', 'theirs');
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'theirs' });
    await clock.pass(60_000);
    expect(server.record.get('q')).toEqual(['theirs', 'mine', 'theirs']);
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'theirs' });
    expect(saver.hasUnsaved).toBe(false);
  });

  it('gives way once, whatever becomes of the page and of the replies after that', async () => {
    let isLost = false;
    const { clock, server, open } = given((save, aside) => {
      const outcome = server.takeAll([...aside, save]);
      return Promise.resolve(isLost ? LOST : outcome);
    });
    const saver = await open();
    server.other('q', 'theirs');
    saver.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    isLost = true;
    saver.settle('q', 'theirs');
    await clock.pass(WHILE);
    saver.stop();
    isLost = false;
    const next = await open();
    await clock.pass(60_000);
    expect(server.record.get('q')).toEqual(['theirs', 'mine', 'theirs']);
    expect(next.hasUnsaved).toBe(false);
  });

  it('that gave way reaches the record also where a third person says what was taken', async () => {
    let isDown = false;
    const { clock, server, open } = given((save, aside) =>
      Promise.resolve(isDown ? LOST : server.takeAll([...aside, save])),
    );
    const saver = await open();
    server.other('q', 'theirs');
    saver.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    isDown = true;
    saver.settle('q', 'theirs');
    await clock.pass(WHILE);
    server.other('q', 'third');
    server.other('q', 'theirs');
    isDown = false;
    await clock.pass(60_000);
    expect(saver.look().troubles.size).toBe(0);
    expect(server.record.get('q')).toEqual(['theirs', 'third', 'theirs', 'mine', 'theirs']);
  });

  it('asks nobody when both said the same', async () => {
    const { clock, server, open } = given();
    const saver = await open();
    server.other('q', 'same');
    saver.change('q', set('same'), 'atOnce');
    await clock.pass(WHILE);
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
    const { clock, server, sent, device, open } = given((save) =>
      Promise.resolve(isLocked ? { kind: 'refused', problem } : server.take(save)),
    );
    const saver = await open();
    saver.change('q', set('kept'), 'atOnce');
    await clock.pass(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.look().state).toEqual({ kind: 'refused', count: 1, problem });
    expect(device.kept.of('q')?.sending).toMatchObject(set('kept'));
    isLocked = false;
    saver.retry();
    await clock.pass(WHILE);
    expect(server.valueOf('q')).toBe('kept');
  });

  it('can be given in to: the answer stands as the server has it', async () => {
    let isLocked = false;
    const { clock, server, device, open } = given((save) =>
      Promise.resolve(isLocked ? { kind: 'refused', problem } : server.take(save)),
    );
    const saver = await open();
    saver.change('q', set('saved'), 'atOnce');
    await clock.pass(WHILE);
    isLocked = true;
    saver.change('q', set('too late'), 'atOnce');
    await clock.pass(WHILE);
    saver.discard('q');
    await clock.pass(WHILE);
    expect(saver.look().answers['q']).toEqual({ kind: 'value', value: 'saved' });
    expect(saver.hasUnsaved).toBe(false);
    expect(device.kept.held()).toEqual([]);
  });

  it('of the session holds everything until somebody has signed in', async () => {
    let isOut = true;
    const { clock, server, sent, open } = given((save) =>
      Promise.resolve(isOut ? { kind: 'signedOut' } : server.take(save)),
    );
    const saver = await open();
    saver.change('q1', set('one'), 'atOnce');
    await clock.pass(WHILE);
    saver.change('q2', set('two'), 'atOnce');
    await clock.pass(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.look().state.kind).toBe('signedOut');
    isOut = false;
    saver.retry();
    await clock.pass(WHILE);
    expect([server.valueOf('q1'), server.valueOf('q2')]).toEqual(['one', 'two']);
  });
});

describe('a reload', () => {
  it('takes up what was not acknowledged, also a save whose reply was lost', async () => {
    const { clock, server, device, open } = given();
    const before = await open({
      send: (save) => {
        server.take(save);
        return Promise.resolve(LOST);
      },
    });
    before.change('sent', set('took effect'), 'atOnce');
    before.change('typing', set('never sent'), 'typing');
    await clock.pass(WHILE);
    before.stop();
    const after = await open({}, false);
    expect(after.look().answers['typing']).toEqual({ kind: 'value', value: 'never sent' });
    after.lead(true);
    await clock.pass(60_000);
    expect(server.record.get('sent')).toEqual(['took effect']);
    expect(server.valueOf('typing')).toBe('never sent');
    expect(device.kept.held()).toEqual([]);
  });

  it('makes no second change of one that was sent as the page ended', async () => {
    const { clock, server, device, sent, open } = given();
    const before = await open();
    before.change('q', set('half a word'), 'typing');
    await clock.pass(WHILE);
    device.isDead = true;
    before.flush();
    before.stop();
    expect(server.record.get('q')).toEqual(['half a word']);
    device.isDead = false;
    const after = await open();
    await clock.pass(60_000);
    expect(sent).toHaveLength(2);
    expect(server.record.get('q')).toEqual(['half a word']);
    expect(after.hasUnsaved).toBe(false);
  });

  it('does not overwrite in silence what somebody else answered meanwhile', async () => {
    const { clock, server, open } = given();
    const before = await open({}, false);
    before.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    before.stop();
    server.other('q', 'theirs');
    const saver = await open();
    await clock.pass(WHILE);
    expect(saver.look().troubles.get('q')?.kind).toBe('stale');
    expect(server.valueOf('q')).toBe('theirs');
  });
});

describe('several tabs of one person', () => {
  it('send each change once, by the one that leads, and show the same', async () => {
    const { clock, server, sent, open } = given();
    const leading = await open();
    const other = await open({}, false);
    other.change('q', set('from the other'), 'atOnce');
    await clock.pass(TYPING_PAUSE_MS + WHILE);
    expect(sent).toHaveLength(1);
    expect(server.valueOf('q')).toBe('from the other');
    for (const tab of [leading, other]) {
      expect(tab.look().answers['q']).toEqual({ kind: 'value', value: 'from the other' });
      expect(tab.look().acknowledged.get('q')?.revision).toBe(1);
      expect(tab.look().state.kind).toBe('saved');
    }
  });

  it('go on when the one that leads is closed in the middle', async () => {
    const { clock, server, open } = given();
    const leading = await open({ send: () => new Promise(() => undefined) });
    const other = await open({}, false);
    leading.change('q', set('left behind'), 'atOnce');
    await clock.pass(WHILE);
    leading.stop();
    other.lead(true);
    await clock.pass(WHILE);
    expect(server.record.get('q')).toEqual(['left behind']);
    expect(other.look().state.kind).toBe('saved');
  });

  it('all ask when somebody else was first, until one has settled it', async () => {
    const { clock, server, open } = given();
    const leading = await open();
    const other = await open({}, false);
    server.other('q', 'theirs');
    leading.change('q', set('mine'), 'atOnce');
    await clock.pass(WHILE);
    expect(other.look().troubles.get('q')?.kind).toBe('stale');
    other.settle('q', 'mine');
    await clock.pass(TYPING_PAUSE_MS + WHILE);
    expect(leading.look().troubles.size).toBe(0);
    expect(server.record.get('q')).toEqual(['theirs', 'mine']);
  });
});

/** What may befall one request. */
type Fate = 'arrives' | 'requestLost' | 'replyLost' | 'late' | 'fails';

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      q: fc.nat(2),
      typing: fc.boolean(),
      tab: fc.nat(1),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(3_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('other' as const), q: fc.nat(2), value: fc.nat(99) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('look' as const), tab: fc.nat(1) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      tab: fc.nat(1),
      whose: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
);

describe('under any schedule of lost, late and crossed replies, two tabs, reloads and other people', () => {
  it('nothing typed last is lost: it is on the server, or on the screen and kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.array(fc.constantFrom<Fate>('arrives', 'requestLost', 'replyLost', 'late', 'fails'), {
          maxLength: 40,
        }),
        async (steps, fates) => {
          const remaining = [...fates];
          const { clock, server, device, open } = given();
          const send: Send = (save, aside) => {
            const fate = remaining.shift() ?? 'arrives';
            if (fate === 'requestLost') return Promise.resolve(LOST);
            if (fate === 'fails') return Promise.resolve({ kind: 'failed' });
            const outcome = server.takeAll([...aside, save]);
            if (fate === 'replyLost') return Promise.resolve(LOST);
            if (fate === 'late')
              return new Promise((resolve) =>
                clock.later(() => {
                  resolve(outcome);
                }, 2_500),
              );
            return Promise.resolve(outcome);
          };
          // The tab one looks at leads.
          const tabs = [await open({ send }), await open({ send }, false)];
          const tabAt = (place: number): AnswerSaver => tabs[place] ?? fail();
          const look = (place: number): void => {
            tabAt(1 - place).lead(false);
            tabAt(place).lead(true);
          };
          const last = new Map<string, string>();
          for (const [place, each] of steps.entries()) {
            if (each.kind === 'change') {
              const value = `mine ${String(place)}`;
              tabAt(each.tab).change(`q${String(each.q)}`, set(value), each.typing ? 'typing' : 'atOnce');
              last.set(`q${String(each.q)}`, value);
              // Nobody types in two windows within a few milliseconds.
              await clock.pass(WHILE);
            } else if (each.kind === 'pass') await clock.pass(each.ms);
            else if (each.kind === 'look') look(each.tab);
            else if (each.kind === 'settle') {
              const tab = tabAt(each.tab);
              for (const q of tab.look().troubles.keys()) tab.settle(q, each.whose);
              await clock.pass(WHILE);
            } else if (each.kind === 'other') {
              server.other(`q${String(each.q)}`, `theirs ${String(each.value)}`);
            } else {
              tabAt(each.tab).stop();
              await clock.pass(WHILE);
              tabs[each.tab] = await open({ send }, false);
              look(each.tab);
            }
          }
          remaining.length = 0;
          await clock.pass(200_000);
          // No change takes effect twice.
          for (const record of server.record.values()) {
            const mine = record.filter((value) => String(value).startsWith('mine'));
            expect(new Set(mine).size).toBe(mine.length);
          }
          for (const view of tabs.map((tab) => tab.look())) {
            for (const [q, value] of last) {
              const wasSaved = server.record.get(q)?.includes(value) === true;
              const isHeld = view.troubles.get(q)?.kind === 'stale' && device.kept.of(q) !== undefined;
              expect(wasSaved || isHeld).toBe(true);
              if (isHeld) expect(view.answers[q]).toEqual({ kind: 'value', value });
            }
            // What is not in dispute is settled: nothing waits for ever.
            expect([...view.unsaved].every((q) => view.troubles.has(q))).toBe(true);
          }
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

function fail(): never {
  throw new Error('There are two tabs.');
}

/** Lets promises that are ready run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

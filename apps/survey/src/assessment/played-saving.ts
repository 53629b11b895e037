import {
  PROBLEMS,
  type AnswerSave,
  type CurrentAnswer,
  type ProblemCode,
  type ProblemDocument,
} from '@kilim/contracts';
import { MemoryOutbox, type Outbox } from '../outbox/outbox.js';
import type { Step, Unsent } from '../outbox/unsent.js';
import { AnswerSaver } from './answer-saver.js';
import type { News, Outcome, Surroundings } from './saver-surroundings.js';

const ME = { id: 'me', name: 'Alicja' };
const OTHER = { id: 'other', name: 'Marta' };
const HASH = 'a'.repeat(64);
/** Longer than the device takes for anything. */
export const WHILE = 20;
export const LOST: Outcome = { kind: 'unreachable', because: 'network' };

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

  take(save: AnswerSave, by = ME, index = 0): Outcome {
    const known = this.seen.get(save.saveId);
    if (known?.revision === save.baseRevision + 1) return { kind: 'saved', answer: known };
    if (known)
      return { kind: 'refused', problem: problemAt('answer.saveIdReused', `/saves/${String(index)}/saveId`) };
    const current = this.answers.get(save.questionId);
    if ((current?.revision ?? 0) !== save.baseRevision) {
      // Made upon an answer that is not there: there is nothing to show beside it.
      return current
        ? { kind: 'stale', current }
        : { kind: 'refused', problem: problemAt('answer.stale', '/saves/0/baseRevision') };
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
    // Those after it are made upon what it leads to: stale is it alone, or they are where it was saved before.
    for (const [at, save] of more.entries())
      if (outcome.kind === 'saved') outcome = this.take(save, ME, at + 1);
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

function problemAt(code: ProblemCode, pointer: string): ProblemDocument {
  const { status, title } = PROBLEMS[code];
  const places = [{ in: 'body', pointer, message: title }] as const;
  return { type: `/problems/${code}`, code, title, status, detail: title, places, requestId: 'r' };
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

export type Send = Surroundings['send'];

/** A server, a device that tabs share, and tabs that open upon them; what is sent is noted. */
export function given(send?: Send) {
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

export const set = (value: string) => ({ kind: 'set', value }) as const;

/** Chooses between the two answers that are shown, where there is a choice. */
export function choose(saver: AnswerSaver, address: string, whose: 'mine' | 'theirs'): void {
  const trouble = saver.look().troubles.get(address);
  if (trouble?.kind === 'stale') saver.settle(address, whose, trouble.current);
}

/** A save that was sent, by its place. */
export function at(saves: readonly AnswerSave[], place: number): AnswerSave {
  const found = saves[place];
  if (!found) throw new Error(`Only ${String(saves.length)} saves were sent`);
  return found;
}

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

/** Lets promises that are ready run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

import type { AnswerSave, CurrentAnswer, Instant, ProblemDocument } from '@kilim/contracts';
import type { Answers, Id } from '@kilim/indicators';
import { changeOf, heldAfter, heldOf, saysTheSame, type Change, type HeldAnswer } from './change.js';
import type { Unsent, UnsentStore } from './unsent-store.js';

/** What became of one save. */
export type Outcome =
  | { readonly kind: 'saved'; readonly answer: CurrentAnswer }
  /** Somebody else changed the answer first; `current` is what they made of it. */
  | { readonly kind: 'stale'; readonly current: CurrentAnswer }
  /** No reply, or the server cannot write now: whether the save took effect is not known. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signedOut' }
  /** The server will not take this change. */
  | { readonly kind: 'refused'; readonly problem: ProblemDocument };

/** What the saver needs of its surroundings; all of it can be played in a test. */
export interface Surroundings {
  /** Gives one save to the server. Never rejects; the same save may be sent again and takes effect once. */
  send(save: AnswerSave): Promise<Outcome>;
  /** A new UUIDv7. */
  newId(): string;
  /** Runs something later; returns how to call it off. */
  later(run: () => void, afterMs: number): () => void;
  /** Language and text revision on the screen. */
  seen(): { readonly language: string; readonly textRevision: string };
  readonly unsent: UnsentStore;
}

/** When a change goes off: with a choice at once, while somebody types after a pause. */
export type Pace = 'atOnce' | 'typing';

export const TYPING_PAUSE_MS = 600;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** A change the server has not taken, and why. */
export type Trouble =
  | { readonly kind: 'stale'; readonly mine: HeldAnswer; readonly current: CurrentAnswer }
  | { readonly kind: 'refused'; readonly problem: ProblemDocument };

/** How saving stands over all answers. The first that applies, in this order. */
export type SavingState =
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly problem: ProblemDocument }
  | { readonly kind: 'offline' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Instant }
  /** Nothing was changed since the page was opened. */
  | { readonly kind: 'quiet' };

/** Everything the screens show of answers and their saving. A new object after every change, else the same. */
export interface SaverView {
  readonly answers: Answers;
  readonly held: ReadonlyMap<Id, HeldAnswer>;
  /** As acknowledged by the server: who, when, which revision. */
  readonly acknowledged: ReadonlyMap<Id, CurrentAnswer>;
  /** Answers with changes that are not acknowledged. */
  readonly unsaved: ReadonlySet<Id>;
  readonly troubles: ReadonlyMap<Id, Trouble>;
  readonly state: SavingState;
}

/** One answer's way to the server. */
interface Line {
  acknowledged?: CurrentAnswer;
  sending?: AnswerSave;
  next?: Change;
  /** True between giving `sending` away and its outcome. */
  isInFlight: boolean;
  /** Lost replies in a row. */
  lost: number;
  trouble?: { readonly kind: 'stale'; readonly current: CurrentAnswer } | Extract<Trouble, { kind: 'refused' }>;
  callOff?: () => void;
}

/**
 * Takes every change of every answer to the server: the single owner of what is not saved yet.
 *
 * One queue per answer, one save in flight per answer; newer changes wait and only the newest goes next. A save whose
 * reply is lost goes again unchanged, under the same id, until the server acknowledges it. Nothing is given up: what
 * the server refuses is kept, on the screen and in the store, until a person decides.
 */
export class AnswerSaver {
  private readonly lines = new Map<Id, Line>();
  private readonly listeners = new Set<() => void>();
  private view: SaverView | undefined;
  private isSignedOut = false;
  private isDisposed = false;
  private savedAt: Instant | undefined;

  constructor(
    private readonly around: Surroundings,
    answers: readonly CurrentAnswer[],
  ) {
    for (const answer of answers) if (answer.instanceId === '') this.line(answer.questionId).acknowledged = answer;
    for (const unsent of around.unsent.load()) this.takeUp(unsent);
  }

  /** Sends what an earlier visit left unsent. */
  start(): void {
    for (const id of this.lines.keys()) this.pump(id);
  }

  /** Takes a change, in place of one not yet sent. */
  change(questionId: Id, change: Change, pace: Pace): void {
    const line = this.line(questionId);
    line.next = change;
    if (line.trouble?.kind === 'refused') delete line.trouble;
    this.keep(questionId, line);
    line.callOff?.();
    delete line.callOff;
    if (pace === 'atOnce') this.pump(questionId);
    else this.pumpLater(questionId, TYPING_PAUSE_MS);
    this.changed();
  }

  /** Settles a stale answer: keeps mine, over the other, or takes theirs and drops mine. */
  settle(questionId: Id, whose: 'mine' | 'theirs'): void {
    const line = this.line(questionId);
    if (line.trouble?.kind !== 'stale') return;
    const mine = newest(line);
    line.acknowledged = line.trouble.current;
    delete line.trouble;
    delete line.sending;
    delete line.next;
    if (whose === 'mine' && mine) line.next = mine;
    this.keep(questionId, line);
    this.pump(questionId);
    this.changed();
  }

  /** Tries everything again now: the network is back, somebody signed in, or a refusal may have lost its reason. */
  retry(): void {
    this.isSignedOut = false;
    for (const [id, line] of this.lines) {
      if (line.trouble?.kind === 'refused') delete line.trouble;
      line.callOff?.();
      delete line.callOff;
      this.pump(id);
    }
    this.changed();
  }

  /** Sends what waits for a pause in typing: the page is being left. */
  flush(): void {
    for (const [id, line] of this.lines) {
      if (line.callOff === undefined || line.lost > 0) continue;
      line.callOff();
      delete line.callOff;
      this.pump(id);
    }
  }

  /** Whether anything is not acknowledged. */
  get hasUnsaved(): boolean {
    return [...this.lines.values()].some((line) => newest(line) !== undefined);
  }

  /** Flushes and stops; what is unacknowledged stays in the store. */
  dispose(): void {
    this.flush();
    this.isDisposed = true;
    for (const line of this.lines.values()) line.callOff?.();
    this.listeners.clear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly look = (): SaverView => (this.view ??= this.makeView());

  private line(questionId: Id): Line {
    const known = this.lines.get(questionId);
    if (known) return known;
    const line: Line = { isInFlight: false, lost: 0 };
    this.lines.set(questionId, line);
    return line;
  }

  private takeUp({ questionId, sending, next, baseRevision }: Unsent): void {
    const line = this.line(questionId);
    if (sending) line.sending = sending;
    if (next === undefined) return;
    if (sending !== undefined || baseRevision === revisionOf(line)) line.next = next;
    // The answer moved on while the change lay here: send it upon its own base, so that the server says who was first.
    else line.sending = this.toSave(questionId, next, baseRevision);
  }

  private pump(questionId: Id): void {
    const line = this.line(questionId);
    if (line.isInFlight || line.trouble || this.isSignedOut || this.isDisposed) return;
    if (line.callOff) return;
    if (!line.sending) {
      if (!line.next) return;
      line.sending = this.toSave(questionId, line.next, revisionOf(line));
      delete line.next;
      this.keep(questionId, line);
    }
    const { sending } = line;
    line.isInFlight = true;
    void this.around.send(sending).then((outcome) => {
      line.isInFlight = false;
      this.take(questionId, line, outcome);
      this.changed();
    });
  }

  private take(questionId: Id, line: Line, outcome: Outcome): void {
    if (outcome.kind !== 'unreachable') line.lost = 0;
    switch (outcome.kind) {
      case 'saved':
        delete line.sending;
        line.acknowledged = outcome.answer;
        this.savedAt = later(this.savedAt, outcome.answer.savedAt);
        break;
      case 'stale':
        this.meet(line, outcome.current);
        break;
      case 'unreachable':
        line.lost += 1;
        this.pumpLater(questionId, Math.min(FIRST_RETRY_MS * 2 ** (line.lost - 1), LONGEST_RETRY_MS));
        break;
      case 'signedOut':
        this.isSignedOut = true;
        break;
      case 'refused':
        // Not in effect: kept as a change that has never been sent.
        line.next ??= line.sending ? changeOf(line.sending) : { kind: 'cleared' };
        delete line.sending;
        line.trouble = { kind: 'refused', problem: outcome.problem };
        break;
    }
    this.keep(questionId, line);
    this.pump(questionId);
  }

  /** Two people changed one answer. Where both said the same, nobody is asked. */
  private meet(line: Line, current: CurrentAnswer): void {
    const mine = newest(line);
    if (mine && !saysTheSame(heldAfter(mine), heldOf(current))) {
      line.trouble = { kind: 'stale', current };
      return;
    }
    line.acknowledged = current;
    delete line.sending;
    delete line.next;
  }

  private pumpLater(questionId: Id, afterMs: number): void {
    const line = this.line(questionId);
    line.callOff?.();
    line.callOff = this.around.later(() => {
      delete line.callOff;
      this.pump(questionId);
      this.changed();
    }, afterMs);
  }

  private toSave(questionId: Id, change: Change, baseRevision: number): AnswerSave {
    const every = { saveId: this.around.newId(), questionId, instanceId: '', baseRevision, ...this.around.seen() };
    return { ...every, ...change } as AnswerSave;
  }

  private keep(questionId: Id, line: Line): void {
    const { sending, next } = line;
    if (!sending && !next) this.around.unsent.forget(questionId);
    else
      this.around.unsent.keep({
        questionId,
        baseRevision: revisionOf(line),
        ...(sending && { sending }),
        ...(next && { next }),
      });
  }

  private changed(): void {
    if (this.isDisposed) return;
    this.view = undefined;
    for (const listener of this.listeners) listener();
  }

  private makeView(): SaverView {
    const view = {
      answers: {} as Record<Id, NonNullable<HeldAnswer['answer']>>,
      held: new Map<Id, HeldAnswer>(),
      acknowledged: new Map<Id, CurrentAnswer>(),
      unsaved: new Set<Id>(),
      troubles: new Map<Id, Trouble>(),
    };
    for (const [id, line] of this.lines) {
      const mine = newest(line);
      const held = mine ? heldAfter(mine) : line.acknowledged && heldOf(line.acknowledged);
      if (!held) continue;
      view.held.set(id, held);
      if (held.answer) view.answers[id] = held.answer;
      if (line.acknowledged) view.acknowledged.set(id, line.acknowledged);
      if (mine) view.unsaved.add(id);
      if (line.trouble?.kind === 'stale') view.troubles.set(id, { ...line.trouble, mine: held });
      else if (line.trouble) view.troubles.set(id, line.trouble);
    }
    return { ...view, state: this.savingState(view.unsaved, [...view.troubles.values()]) };
  }

  private savingState(unsaved: ReadonlySet<Id>, troubles: readonly Trouble[]): SavingState {
    if (this.isSignedOut) return { kind: 'signedOut' };
    if (troubles.some(({ kind }) => kind === 'stale')) return { kind: 'stale' };
    const refused = troubles.find((trouble) => trouble.kind === 'refused');
    if (refused) return { kind: 'refused', problem: refused.problem };
    if ([...this.lines.values()].some(({ lost }) => lost > 0)) return { kind: 'offline' };
    if (unsaved.size > 0) return { kind: 'saving' };
    return this.savedAt === undefined ? { kind: 'quiet' } : { kind: 'saved', at: this.savedAt };
  }
}

/** The newest change of a line that is not acknowledged. */
function newest(line: Line): Change | undefined {
  return line.next ?? (line.sending && changeOf(line.sending));
}

function revisionOf(line: Line): number {
  return line.acknowledged?.revision ?? 0;
}

function later(one: Instant | undefined, other: Instant): Instant {
  return one !== undefined && one > other ? one : other;
}

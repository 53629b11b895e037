import type { AnswerSave, CurrentAnswer, Instant } from '@kilim/contracts';
import { addressOf, placeOf, type Address } from '@kilim/indicators';
import { changeOf, heldAfter, heldOf, saysTheSame, type Change } from './change.js';
import type { Outcome, Pace, Surroundings } from './saver-surroundings.js';
import { newest, revisionOf, viewOf, type Line, type SaverView } from './saver-view.js';
import type { Unsent } from './unsent-store.js';

export const TYPING_PAUSE_MS = 600;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Takes every change of every answer to the server: the single owner of what is not saved yet.
 *
 * One queue per answer, one save in flight per answer; newer changes wait and only the newest goes next. A save whose
 * reply is lost goes again unchanged, under the same id, until the server acknowledges it. Nothing is given up: what
 * the server refuses is kept, on the screen and in the store, until a person decides.
 */
export class AnswerSaver {
  private readonly lines = new Map<Address, Line>();
  private readonly listeners = new Set<() => void>();
  private view: SaverView | undefined;
  private isSignedOut = false;
  private isStopped = false;
  private savedAt: Instant | undefined;

  constructor(
    private readonly around: Surroundings,
    answers: readonly CurrentAnswer[],
  ) {
    for (const answer of answers)
      this.line(addressOf(answer.questionId, answer.instanceId)).acknowledged = answer;
    for (const unsent of around.unsent.load()) this.takeUp(unsent);
  }

  /** Begins to send, what an earlier visit left unsent first. */
  start(): void {
    this.isStopped = false;
    for (const id of this.lines.keys()) this.pump(id);
  }

  /** Takes a change, in place of one not yet sent. */
  change(address: Address, change: Change, pace: Pace): void {
    const line = this.line(address);
    line.next = change;
    if (line.trouble?.kind === 'refused') delete line.trouble;
    this.keep(address, line);
    line.callOff?.();
    delete line.callOff;
    if (pace === 'atOnce') this.pump(address);
    else this.pumpLater(address, TYPING_PAUSE_MS);
    this.changed();
  }

  /** Settles a stale answer: keeps mine, over the other, or takes theirs and drops mine. */
  settle(address: Address, whose: 'mine' | 'theirs'): void {
    const line = this.line(address);
    if (line.trouble?.kind !== 'stale') return;
    const mine = newest(line);
    line.acknowledged = line.trouble.current;
    delete line.trouble;
    delete line.sending;
    delete line.next;
    if (whose === 'mine' && mine) line.next = mine;
    this.keep(address, line);
    this.pump(address);
    this.changed();
  }

  /** Takes back a change that the server refused: the answer stands as the server has it. */
  discard(address: Address): void {
    const line = this.line(address);
    if (line.trouble?.kind !== 'refused') return;
    delete line.trouble;
    delete line.sending;
    delete line.next;
    this.keep(address, line);
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

  /**
   * Flushes and stops: the assessment is left. What is unacknowledged stays in the store, which from now on belongs to
   * whoever opens the assessment next; a reply that is still under way changes nothing there.
   */
  stop(): void {
    this.flush();
    this.isStopped = true;
    for (const line of this.lines.values()) {
      line.callOff?.();
      delete line.callOff;
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly look = (): SaverView =>
    (this.view ??= viewOf(this.lines, { isSignedOut: this.isSignedOut, savedAt: this.savedAt }));

  private line(address: Address): Line {
    const known = this.lines.get(address);
    if (known) return known;
    const line: Line = { isInFlight: false, lost: 0 };
    this.lines.set(address, line);
    return line;
  }

  private takeUp({ address, sending, next, baseRevision }: Unsent): void {
    const line = this.line(address);
    if (sending) line.sending = sending;
    if (next === undefined) return;
    if (sending !== undefined || baseRevision === revisionOf(line)) line.next = next;
    // The answer moved on while the change lay here: send it upon its own base, so that the server says who was first.
    else line.sending = this.toSave(address, next, baseRevision);
  }

  private pump(address: Address): void {
    const line = this.line(address);
    if (line.isInFlight || line.trouble || this.isSignedOut || this.isStopped) return;
    if (line.callOff) return;
    if (!line.sending) {
      if (!line.next) return;
      line.sending = this.toSave(address, line.next, revisionOf(line));
      delete line.next;
      this.keep(address, line);
    }
    const { sending } = line;
    line.isInFlight = true;
    void this.around.send(sending).then((outcome) => {
      line.isInFlight = false;
      if (this.isStopped) return;
      this.take(address, line, outcome);
      this.changed();
    });
  }

  private take(address: Address, line: Line, outcome: Outcome): void {
    if (outcome.kind !== 'unreachable') line.lost = 0;
    switch (outcome.kind) {
      case 'saved':
        delete line.sending;
        line.acknowledged = outcome.answer;
        this.savedAt = later(this.savedAt, outcome.answer.savedAt);
        break;
      case 'stale':
        this.meet(address, line, outcome.current);
        break;
      case 'unreachable':
        line.lost += 1;
        this.pumpLater(address, Math.min(FIRST_RETRY_MS * 2 ** (line.lost - 1), LONGEST_RETRY_MS));
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
    this.keep(address, line);
    this.pump(address);
  }

  /** Two people changed one answer. Where both said the same, nobody is asked. */
  private meet(address: Address, line: Line, current: CurrentAnswer): void {
    const mine = newest(line);
    if (mine && !saysTheSame(this.around.kindOf(address), heldAfter(mine), heldOf(current))) {
      line.trouble = { kind: 'stale', current };
      return;
    }
    line.acknowledged = current;
    delete line.sending;
    delete line.next;
  }

  private pumpLater(address: Address, afterMs: number): void {
    const line = this.line(address);
    line.callOff?.();
    line.callOff = this.around.later(() => {
      delete line.callOff;
      this.pump(address);
      this.changed();
    }, afterMs);
  }

  private toSave(address: Address, change: Change, baseRevision: number): AnswerSave {
    const { question, instance } = placeOf(address);
    const every = {
      saveId: this.around.newId(),
      questionId: question,
      instanceId: instance,
      baseRevision,
      ...this.around.seen(),
    };
    return { ...every, ...change } as AnswerSave;
  }

  private keep(address: Address, line: Line): void {
    const { sending, next } = line;
    if (!sending && !next) this.around.unsent.forget(address);
    else
      this.around.unsent.keep({
        address,
        baseRevision: revisionOf(line),
        ...(sending && { sending }),
        ...(next && { next }),
      });
  }

  private changed(): void {
    this.view = undefined;
    for (const listener of this.listeners) listener();
  }
}

function later(one: Instant | undefined, other: Instant): Instant {
  return one !== undefined && one > other ? one : other;
}

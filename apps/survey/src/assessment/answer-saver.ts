import type { AnswerSave, CurrentAnswer, Instant } from '@kilim/contracts';
import { addressOf, placeOf, type Address } from '@kilim/indicators';
import {
  acknowledged,
  dropped,
  newestOf,
  renewed,
  setAside,
  taken,
  written,
  type Step,
  type Unsent,
} from '../outbox/unsent.js';
import { AnswerLines, callOff } from './answer-lines.js';
import {
  changeOf,
  changeTo,
  heldAfter,
  heldOf,
  saysTheSame,
  type Change,
  type HeldAnswer,
} from './change.js';
import type { News, Outcome, Pace, Surroundings } from './saver-surroundings.js';
import {
  heldIn,
  isUnsaved,
  revisionOf,
  stateOf,
  viewOf,
  type Line,
  type SaverView,
  type Saving,
  type SavingState,
} from './saver-view.js';
import { pauseAfter, Silence } from './silence.js';

export const TYPING_PAUSE_MS = 600;

/** Told that something has changed; how it came where it was a person's change, undefined for all else. */
export type SaverListener = (pace: Pace | undefined) => void;

/** So many saves are under way at once; one answer's follow each other. */
const MOST_AT_ONCE = 4;

/**
 * Takes every change of every answer to the server: the single owner of what is not saved yet.
 *
 * A change is kept in the outbox before it is sent. One save of an answer is under way at a time; newer changes wait and
 * only the newest goes next. A save whose reply is lost goes again unchanged, under the same id, until the server
 * acknowledges it. Nothing is given up: what the server refuses is kept, on the screen and in the outbox, until a person
 * decides. Where somebody has several tabs, one of them sends (`lead`), and all show the same.
 */
export class AnswerSaver {
  private readonly lines: AnswerLines;
  private readonly listeners = new Set<SaverListener>();
  private readonly silence: Silence;
  private readonly leaving: (() => void)[] = [];
  private view: SaverView | undefined;
  private isViewOld = false;
  private toldState: SavingState = { kind: 'quiet' };
  /** While a person's change is taken: how it comes. */
  private pace: Pace | undefined;
  private inFlight = 0;
  private leads = false;
  private isSignedOut = false;
  private isStopped = true;
  private savedAt: Instant | undefined;

  /** @param unsent what the outbox held when the answers were read */
  constructor(
    private readonly around: Surroundings,
    answers: readonly CurrentAnswer[],
    unsent: readonly Unsent[],
  ) {
    this.silence = new Silence(around);
    const listener = {
      onKept: (address: Address) => {
        this.pump(address);
      },
      onChange: () => {
        this.changed();
      },
    };
    this.lines = new AnswerLines(around.outbox, listener, answers, unsent);
  }

  /** Begins to work, and as long as it `leads` to send: what an earlier visit left unsent first. */
  start(leads = true): void {
    if (!this.isStopped) return;
    this.isStopped = false;
    const { outbox } = this.around;
    const isLeft = { yet: false };
    this.leaving.push(
      () => (isLeft.yet = true),
      outbox.onKeeping(() => {
        this.changed();
      }),
      outbox.onElsewhere((address, kept) => {
        this.lines.adopt(address, kept);
        // There it may be in the middle of typing.
        if (kept && this.leads) this.pumpLater(address, TYPING_PAUSE_MS);
      }),
    );
    // Another tab may have done something between reading and now.
    void outbox.load().then((unsent) => {
      if (isLeft.yet) return;
      for (const kept of unsent) this.lines.adopt(kept.address, kept);
      this.lead(leads);
    });
  }

  /** Whether this tab is the one that sends. */
  lead(leads: boolean): void {
    this.leads = leads;
    this.pumpAll();
  }

  /** Takes a change, in place of one not yet sent. */
  change(address: Address, change: Change, pace: Pace): void {
    const line = this.lines.of(address);
    this.pace = pace;
    this.renewRefused(address, line);
    this.lines.take(address, written(address, this.toSave(address, change), revisionOf(line)));
    this.pace = undefined;
    callOff(line);
    if (pace === 'typing') this.pumpLater(address, TYPING_PAUSE_MS);
  }

  /** Settles a stale answer: keeps mine, over the other, or takes theirs and sets mine aside. Both stand in the history. */
  settle(address: Address, whose: 'mine' | 'theirs'): void {
    const { trouble } = this.lines.of(address);
    if (trouble?.kind !== 'stale') return;
    const { saveId, current } = trouble;
    const newId = this.around.newId();
    if (whose === 'mine') this.lines.take(address, renewed(saveId, newId, current.revision));
    else this.lines.take(address, this.settingAside(address, saveId, newId, current));
  }

  /** Takes back a change that the server refused: the answer stands as the server has it. */
  discard(address: Address): void {
    const { trouble } = this.lines.of(address);
    if (trouble?.kind === 'refused') this.lines.take(address, dropped(trouble.saveId));
  }

  /** Tries everything again now: the network is back, somebody signed in, or a refusal may have lost its reason. */
  retry(): void {
    this.isSignedOut = false;
    this.silence.break();
    for (const [address, line] of this.lines.all) {
      this.renewRefused(address, line);
      callOff(line);
    }
    this.tellStanding();
    this.pumpAll();
    this.changed();
  }

  /** Sends what waits for a pause in typing, without waiting for the device: the page may be ending. */
  flush(): void {
    if (this.silence.hindrance !== undefined) return;
    for (const [address, line] of this.lines.all) {
      if (line.callOff === undefined || line.failures > 0) continue;
      callOff(line);
      this.lines.take(address, taken);
      if (this.maySend(line)) this.send(address, line);
    }
  }

  /** Whether anything is not acknowledged. */
  get hasUnsaved(): boolean {
    return this.unsent().length > 0;
  }

  /** Whether everything typed so far lies on the device, and would survive this page. */
  get isKept(): boolean {
    return this.around.outbox.keeping === 'kept' && this.lines.areSettled;
  }

  /** Resolves once the device has finished with everything typed so far, whether it could keep it or not. Never rejects. */
  kept(): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.lines.areSettled) return;
        this.listeners.delete(look);
        resolve();
      };
      this.listeners.add(look);
      look();
    });
  }

  /** What is not acknowledged. */
  unsent(): readonly Unsent[] {
    return [...this.lines.all.values()].flatMap(({ kept }) => kept ?? []);
  }

  /**
   * Flushes and stops: the assessment is left. What is unacknowledged stays in the outbox, which from now on belongs to
   * whoever opens the assessment next; a reply that is still under way changes nothing there.
   */
  stop(): void {
    this.flush();
    this.isStopped = true;
    this.silence.break();
    for (const leave of this.leaving.splice(0)) leave();
    this.lines.callOffAll();
  }

  /**
   * Takes what the server told by itself of an answer: somebody's save, perhaps one's own.
   *
   * @param saveId absent: the answer was read anew, and whose save it was is not known
   */
  hear(answer: CurrentAnswer, saveId?: string): void {
    const address = addressOf(answer.questionId, answer.instanceId);
    const line = this.lines.of(address);
    if (saveId !== undefined && line.kept?.sending?.saveId === saveId)
      this.takeSaved(address, saveId, answer);
    this.lines.learn(address, answer);
    const { trouble } = line;
    if (trouble?.kind === 'stale' && trouble.current.revision < answer.revision)
      this.meet(address, line, trouble.saveId, answer);
    this.changed();
  }

  /** Takes what another tab has learnt from the server. */
  hearNews(address: Address | undefined, news: News): void {
    if (news.kind === 'standing') {
      this.isSignedOut = news.isSignedOut;
      this.silence.hindrance = news.hindrance;
    } else if (address !== undefined) this.hearOfSave(address, news);
    this.changed();
  }

  /** Whether something of an answer is not acknowledged. */
  isUnsaved(address: Address): boolean {
    const line = this.lines.all.get(address);
    return line !== undefined && isUnsaved(line);
  }

  /** An answer as the server has it; undefined: it has none, as far as is known. */
  acknowledged(address: Address): CurrentAnswer | undefined {
    return this.lines.all.get(address)?.acknowledged;
  }

  /** An answer as the person sees it; undefined: never given. */
  held(address: Address): HeldAnswer | undefined {
    const line = this.lines.all.get(address);
    return line && heldIn(line);
  }

  readonly subscribe = (listener: SaverListener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly look = (): SaverView => {
    if (this.view && !this.isViewOld) return this.view;
    this.isViewOld = false;
    this.view = viewOf(this.lines.all, this.saving(), this.view);
    return this.view;
  };

  /** How saving stands, without looking at what the answers say; the same object as long as it stands alike. */
  readonly state = (): SavingState => {
    const state = stateOf(this.lines.all, this.saving());
    if (JSON.stringify(state) !== JSON.stringify(this.toldState)) this.toldState = state;
    return this.toldState;
  };

  private saving(): Saving {
    return {
      isSignedOut: this.isSignedOut,
      hindrance: this.silence.hindrance,
      savedAt: this.savedAt,
      keeping: this.around.outbox.keeping,
    };
  }

  private pumpAll(): void {
    for (const address of this.lines.waiting()) this.pump(address);
  }

  private pump(address: Address): void {
    const line = this.lines.of(address);
    // First the device, then the server.
    if (line.steps > 0 || !this.maySend(line) || this.inFlight >= this.silence.room(MOST_AT_ONCE)) return;
    if (line.kept?.sending) this.send(address, line);
    else if (line.kept) this.lines.take(address, taken);
  }

  private maySend({ isInFlight, trouble, callOff }: Line): boolean {
    const isHeldUp = isInFlight || trouble !== undefined || callOff !== undefined;
    return this.leads && !isHeldUp && !this.isSignedOut && !this.isStopped;
  }

  private send(address: Address, line: Line): void {
    const { sending, aside = [] } = line.kept ?? {};
    if (!sending) return;
    line.isInFlight = true;
    this.inFlight += 1;
    void this.around.send(sending, aside).then((outcome) => {
      line.isInFlight = false;
      this.inFlight -= 1;
      if (this.isStopped) return;
      this.takeOutcome(address, line, sending, outcome);
      this.pumpAll();
      this.changed();
    });
  }

  private takeOutcome(address: Address, line: Line, { saveId }: AnswerSave, outcome: Outcome): void {
    if (outcome.kind === 'unreachable') {
      this.silence.begin(outcome.because, () => {
        this.pumpAll();
      });
      this.tellStanding();
      return;
    }
    const wasHindered = this.silence.hindrance !== undefined;
    this.silence.end();
    if (wasHindered) this.tellStanding();
    line.failures = outcome.kind === 'failed' ? line.failures + 1 : 0;
    switch (outcome.kind) {
      case 'saved':
        this.around.tell(address, { kind: 'saved', saveId, answer: outcome.answer });
        this.takeSaved(address, saveId, outcome.answer);
        break;
      case 'stale':
        this.around.tell(address, { kind: 'stale', saveId, current: outcome.current });
        this.meet(address, line, saveId, outcome.current);
        break;
      case 'failed':
        this.pumpLater(address, pauseAfter(line.failures, this.around.random));
        break;
      case 'signedOut':
        this.isSignedOut = true;
        this.tellStanding();
        break;
      case 'refused':
        this.around.tell(address, { kind: 'refused', saveId, problem: outcome.problem });
        line.trouble = { kind: 'refused', saveId, problem: outcome.problem };
        break;
    }
  }

  private takeSaved(address: Address, saveId: string, answer: CurrentAnswer): void {
    this.lines.learn(address, answer);
    this.noteSaved(answer);
    this.lines.take(address, acknowledged(saveId, answer.revision));
  }

  private noteSaved({ savedAt }: CurrentAnswer): void {
    if (this.savedAt === undefined || this.savedAt < savedAt) this.savedAt = savedAt;
  }

  private hearOfSave(address: Address, news: Exclude<News, { kind: 'standing' }>): void {
    const line = this.lines.of(address);
    if (news.kind === 'saved') {
      this.lines.learn(address, news.answer);
      this.noteSaved(news.answer);
    } else if (line.kept?.sending?.saveId !== news.saveId) return;
    else if (news.kind === 'stale') this.meet(address, line, news.saveId, news.current);
    else line.trouble = news;
  }

  /** Two people changed one answer. Where both said the same, nobody is asked. */
  private meet(address: Address, line: Line, saveId: string, current: CurrentAnswer): void {
    const mine = newestOf(line.kept);
    this.lines.learn(address, current);
    const kind = this.around.kindOf(address);
    if (mine && !saysTheSame(kind, heldAfter(changeOf(mine)), heldOf(current)))
      line.trouble = { kind: 'stale', saveId, current: line.acknowledged ?? current };
    // Nothing is left to choose. What was set aside has yet to reach the history.
    else if (line.kept?.aside)
      this.lines.take(address, renewed(saveId, this.around.newId(), revisionOf(line)));
    else this.lines.take(address, dropped(saveId));
  }

  private settingAside(address: Address, saveId: string, asideId: string, current: CurrentAnswer): Step {
    const theirs = changeTo(heldOf(current));
    // That theirs did not apply can't be said once more without the reason, when it was erased.
    if (!theirs) return dropped(saveId);
    return setAside(saveId, asideId, { ...this.toSave(address, theirs), baseRevision: current.revision });
  }

  private renewRefused(address: Address, line: Line): void {
    if (line.trouble?.kind !== 'refused') return;
    this.lines.take(address, renewed(line.trouble.saveId, this.around.newId()));
  }

  private pumpLater(address: Address, afterMs: number): void {
    const line = this.lines.of(address);
    callOff(line);
    line.callOff = this.around.later(() => {
      delete line.callOff;
      this.pump(address);
    }, afterMs);
  }

  private toSave(address: Address, change: Change): AnswerSave {
    const { question, instance } = placeOf(address);
    const every = {
      saveId: this.around.newId(),
      questionId: question,
      instanceId: instance,
      // The outbox knows what it is made upon.
      baseRevision: 0,
      typedAt: this.around.now(),
      ...this.around.seen(),
    };
    return { ...every, ...change } as AnswerSave;
  }

  private tellStanding(): void {
    const { isSignedOut, silence } = this;
    this.around.tell(undefined, { kind: 'standing', isSignedOut, hindrance: silence.hindrance });
  }

  private changed(): void {
    this.isViewOld = true;
    for (const listener of this.listeners) listener(this.pace);
  }
}

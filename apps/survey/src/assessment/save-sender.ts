import { pauseAfter, type AnswerSave } from '@kilim/contracts';
import type { Address } from '@kilim/indicators';
import { taken } from '../outbox/unsent.js';
import { callOff, type AnswerLines } from './answer-lines.js';
import type { News, Outcome, Surroundings } from './saver-surroundings.js';
import type { Line, Saving } from './saver-view.js';
import { Silence } from './silence.js';

/** So many saves are under way at once; one answer's follow each other. */
const MOST_AT_ONCE = 4;
/** Whoever types on and on is saved this often. */
const TYPED_FOR_AT_MOST_MS = 5_000;

/** What the server says of one save, which settles it for now. */
export type Judgement = Extract<Outcome, { readonly kind: 'saved' | 'stale' | 'refused' }>;

/** Who is told of what becomes of saves. */
export interface SenderListener {
  onJudged(address: Address, save: AnswerSave, judgement: Judgement): void;
  onChange(): void;
}

/**
 * Gives the server what is kept, and decides when: one save of an answer at a time, the newest change next, and nothing
 * as long as there is no way to the server, nobody is signed in or another tab sends for all. A save whose reply is lost goes
 * again unchanged.
 */
export class SaveSender {
  private readonly silence: Silence;
  private inFlight = 0;
  private isLeading = false;
  private isSignedOut = false;
  private isStopped = true;

  constructor(
    private readonly around: Surroundings,
    private readonly lines: AnswerLines,
    private readonly listener: SenderListener,
  ) {
    this.silence = new Silence(around);
  }

  /** Whether this tab is the one that sends. */
  get leads(): boolean {
    return this.isLeading;
  }

  get isAtWork(): boolean {
    return !this.isStopped;
  }

  /** What holds of every answer's way to the server. */
  get standing(): Pick<Saving, 'isSignedOut' | 'hindrance'> {
    return { isSignedOut: this.isSignedOut, hindrance: this.silence.hindrance };
  }

  /** Begins to work; nothing is sent before it leads. */
  start(): void {
    this.isStopped = false;
  }

  lead(leads: boolean): void {
    this.isLeading = leads;
    this.sendAll();
  }

  /** Tries everything again now; so does whichever tab leads, once it is told that nothing is known to be in the way. */
  tryAgain(): void {
    this.isSignedOut = false;
    this.silence.lift();
    this.lines.callOffAll();
    this.tellStanding();
    this.sendAll();
  }

  /** Takes what another tab has learnt of the way to the server; what was in the way and is no longer makes it send. */
  hear({ isSignedOut, hindrance }: Extract<News, { readonly kind: 'standing' }>): void {
    const isOpen = !isSignedOut && hindrance === undefined;
    const wasOpen = !this.isSignedOut && this.silence.hindrance === undefined;
    this.isSignedOut = isSignedOut;
    this.silence.hindrance = hindrance;
    if (!isOpen || wasOpen) return;
    this.silence.break();
    this.sendAll();
  }

  /** Sends what waits for a pause in typing, without waiting for the device: the page may be ending. */
  flush(): void {
    if (this.silence.hindrance !== undefined) return;
    for (const [address, line] of this.lines.all) {
      if (line.callOff === undefined || line.failures > 0) continue;
      callOff(line);
      this.lines.take(address, taken);
      if (this.maySend(line)) this.give(address, line);
    }
  }

  /** Ends: a reply that is still under way changes nothing. */
  stop(): void {
    this.isStopped = true;
    this.silence.break();
    this.lines.callOffAll();
  }

  /** Sends what is kept of an answer, if it may go now. */
  send(address: Address): void {
    const line = this.lines.of(address);
    // First the device, then the server.
    if (line.steps > 0 || !this.maySend(line) || this.inFlight >= this.silence.room(MOST_AT_ONCE)) return;
    if (line.kept?.sending) this.give(address, line);
    else if (line.kept) this.lines.take(address, taken);
  }

  sendLater(address: Address, afterMs: number): void {
    const line = this.lines.of(address);
    callOff(line);
    line.callOff = this.around.later(() => {
      delete line.callOff;
      this.send(address);
    }, afterMs);
  }

  /** Sends what is being typed once it rests for so long, and where it never does, now and then. */
  sendAtRest(address: Address, pauseMs: number): void {
    const line = this.lines.of(address);
    line.callOff?.();
    line.callOff = this.around.later(() => {
      callOff(line);
      this.send(address);
    }, pauseMs);
    line.callOffLatest ??= this.around.later(() => {
      delete line.callOffLatest;
      line.isDue = true;
      this.send(address);
    }, TYPED_FOR_AT_MOST_MS);
  }

  private sendAll(): void {
    for (const address of this.lines.waiting()) this.send(address);
  }

  /** Where the device keeps nothing, the tab that leads does not know what the others have: each sends its own. */
  private get isSending(): boolean {
    return this.isLeading || this.around.outbox.keeping !== 'kept';
  }

  private maySend({ isInFlight, trouble, callOff, isDue = false }: Line): boolean {
    const isHeldUp = isInFlight || trouble !== undefined || (callOff !== undefined && !isDue);
    return this.isSending && !isHeldUp && !this.isSignedOut && !this.isStopped;
  }

  private give(address: Address, line: Line): void {
    const { sending, aside = [] } = line.kept ?? {};
    if (!sending) return;
    line.isInFlight = true;
    delete line.isDue;
    this.inFlight += 1;
    void this.around.send(sending, aside).then((outcome) => {
      line.isInFlight = false;
      this.inFlight -= 1;
      if (this.isStopped) return;
      this.takeOutcome(address, line, sending, outcome);
      this.sendAll();
      this.listener.onChange();
    });
  }

  private takeOutcome(address: Address, line: Line, save: AnswerSave, outcome: Outcome): void {
    if (outcome.kind === 'unreachable') {
      line.silences += 1;
      this.silence.begin(outcome.because, () => {
        this.sendAll();
      });
      this.tellStanding();
      return;
    }
    line.silences = 0;
    const wasHindered = this.silence.hindrance !== undefined;
    this.silence.end();
    if (wasHindered) this.tellStanding();
    line.failures = outcome.kind === 'failed' ? line.failures + 1 : 0;
    if (outcome.kind === 'failed') this.sendLater(address, pauseAfter(line.failures, this.around.random));
    else if (outcome.kind === 'signedOut') {
      this.isSignedOut = true;
      this.tellStanding();
    } else this.listener.onJudged(address, save, outcome);
  }

  private tellStanding(): void {
    this.around.tell(undefined, { kind: 'standing', ...this.standing });
  }
}

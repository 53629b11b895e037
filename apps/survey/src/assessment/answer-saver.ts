import type { CurrentAnswer, Instant } from '@kilim/contracts';
import type { Address } from '@kilim/indicators';
import { written, type Unsent } from '../outbox/unsent.js';
import { AnswerLines, callOff } from './answer-lines.js';
import type { Change, HeldAnswer } from './change.js';
import { Judgements } from './judgements.js';
import { newSave } from './new-save.js';
import { SaveSender } from './save-sender.js';
import type { News, Pace, Surroundings } from './saver-surroundings.js';
import { heldIn, isUnsaved, revisionOf, type Line, type SaverView, type SavingState } from './saver-view.js';
import { SaverWatch, type SaverListener } from './saver-watch.js';
import { Troubles } from './troubles.js';

export const TYPING_PAUSE_MS = 600;

/**
 * What a change is made upon: mostly what the screens show, so that nobody overwrites what they have not seen; the newest
 * that is known where the change takes that in.
 */
export type Upon = 'shown' | 'known';

/**
 * Takes every change of every answer to the server: the single owner of what is not saved yet.
 *
 * A change is kept in the outbox before it is sent (`AnswerLines`). One save of an answer is under way at a time; newer
 * changes wait and only the newest goes next (`SaveSender`). A save whose reply is lost goes again unchanged, under the
 * same id, until the server acknowledges it (`Judgements`). Nothing is given up: what the server refuses is kept, on the
 * screen and in the outbox, until a person decides (`Troubles`). Where somebody has several tabs, one of them sends
 * (`lead`), and all show the same (`SaverWatch`).
 */
export class AnswerSaver {
  readonly subscribe: (listener: SaverListener) => () => void;
  readonly look: () => SaverView;
  /** How saving stands, without looking at what the answers say; the same object as long as it stands alike. */
  readonly state: () => SavingState;
  private readonly lines: AnswerLines;
  private readonly sender: SaveSender;
  private readonly troubles: Troubles;
  private readonly judgements: Judgements;
  private readonly watch: SaverWatch;
  private readonly leaving: (() => void)[] = [];
  /** What is before whoever types. */
  private shown: SaverView;
  /** Whether this tab is to send, as it was told last. */
  private isToLead = false;
  private isDeviceKnown = false;
  private closesAt: Instant | undefined;

  /** @param unsent what the outbox held when the answers were read */
  constructor(
    private readonly around: Surroundings,
    answers: readonly CurrentAnswer[],
    unsent: readonly Unsent[],
  ) {
    const onChange = (): void => {
      this.watch.changed();
    };
    const onKept = (address: Address): void => {
      this.sender.send(address);
    };
    const { outbox } = around;
    this.lines = new AnswerLines(outbox, { onKept, onChange }, answers, unsent);
    this.troubles = new Troubles(around, this.lines);
    this.judgements = new Judgements(around, this.lines, this.troubles);
    this.sender = new SaveSender(around, this.lines, {
      onJudged: (address, save, judgement) => {
        this.judgements.take(address, save, judgement);
      },
      onChange,
    });
    this.watch = new SaverWatch(this.lines.all, () => ({
      ...this.sender.standing,
      savedAt: this.judgements.savedAt,
      keeping: outbox.keeping,
    }));
    ({ subscribe: this.subscribe, look: this.look, state: this.state } = this.watch);
    this.shown = this.look();
  }

  /** Begins to work, and as long as it `leads` to send: what an earlier visit left unsent first. */
  start(leads = true): void {
    if (this.sender.isAtWork) return;
    this.sender.start();
    this.isToLead = leads;
    const { outbox } = this.around;
    this.leaving.push(
      outbox.onKeeping(this.watch.changed),
      outbox.onElsewhere((address, kept) => {
        this.lines.adopt(address, kept);
        // There it may be in the middle of typing.
        if (kept && this.sender.leads) this.sender.sendAtRest(address, TYPING_PAUSE_MS);
      }),
    );
    // Another tab may have done something between reading and now.
    void this.readDevice();
  }

  /** Whether this tab is the one that sends; nothing goes before it knows what lies on the device. */
  lead(leads: boolean): void {
    this.isToLead = leads;
    if (this.isDeviceKnown) this.sender.lead(leads);
    if (!leads) return;
    this.judgements.tellAgain();
    // The one that led may have written something as it ended, before it could tell of it.
    void this.readDevice();
  }

  private async readDevice(): Promise<void> {
    const unsent = await this.around.outbox.load();
    if (!this.sender.isAtWork) return;
    this.lines.adoptAll(unsent);
    this.isDeviceKnown = true;
    this.sender.lead(this.isToLead);
  }

  /** Says until when answers are taken, by the device's clock: nothing typed later takes along what was typed by then. */
  closeAt(instant: Instant | undefined): void {
    this.closesAt = instant;
  }

  /** Says what the screens show: whoever changes something from now on has that before them. */
  show(view: SaverView): void {
    this.shown = view;
  }

  /** Takes a change, in place of one not yet sent. */
  change(address: Address, change: Change, pace: Pace, upon: Upon = 'shown'): void {
    const line = this.lines.of(address);
    const base = upon === 'known' ? revisionOf(line) : this.seenOf(address, line);
    this.watch.during(pace, () => {
      this.troubles.renew(address);
      this.lines.take(address, written(address, newSave(this.around, address, change), base, this.closesAt));
    });
    if (pace === 'typing') this.sender.sendAtRest(address, TYPING_PAUSE_MS);
    else callOff(line);
  }

  /**
   * Settles a stale answer: keeps mine, over the other, or takes theirs and sets mine aside. Both stand in the history.
   *
   * @param theirs the other's answer as it was shown for choosing: one that came after it is asked about anew
   */
  settle(address: Address, whose: 'mine' | 'theirs', theirs: CurrentAnswer): void {
    this.troubles.settle(address, whose, theirs);
  }

  /** Takes back a change that the server refused: the answer stands as the server has it. */
  discard(address: Address): void {
    this.troubles.discard(address);
  }

  /** Tries everything again now: the network is back, somebody signed in, or a refusal may have lost its reason. */
  retry(): void {
    for (const address of this.lines.all.keys()) this.troubles.renew(address);
    this.sender.tryAgain();
    this.watch.changed();
  }

  /** Sends what waits for a pause in typing, without waiting for the device: the page may be ending. */
  flush(): void {
    this.sender.flush();
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
        leave();
        resolve();
      };
      const leave = this.subscribe(look);
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
    this.sender.stop();
    for (const leave of this.leaving.splice(0)) leave();
  }

  /**
   * Takes what the server told by itself of an answer: somebody's save, perhaps one's own.
   *
   * @param saveId absent: the answer was read anew, and whose save it was is not known
   */
  hear(answer: CurrentAnswer, saveId?: string): void {
    this.judgements.hear(answer, saveId);
    this.watch.changed();
  }

  /** Takes what another tab has learnt from the server. */
  hearNews(address: Address | undefined, news: News): void {
    if (news.kind === 'standing') this.sender.hear(news);
    else if (address !== undefined) this.judgements.hearOf(address, news);
    this.watch.changed();
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

  /** What the person has before them: what the screens show, or words of their own that are newer. */
  private seenOf(address: Address, { ownRevision = 0 }: Line): number {
    return Math.max(ownRevision, this.shown.acknowledged.get(address)?.revision ?? 0);
  }
}

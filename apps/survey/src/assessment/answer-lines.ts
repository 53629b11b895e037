import type { CurrentAnswer } from '@kilim/contracts';
import { addressOf, type Address } from '@kilim/indicators';
import type { Outbox } from '../outbox/outbox.js';
import type { Step, Unsent } from '../outbox/unsent.js';
import { revisionOf, type Line } from './saver-view.js';

/** Who is told of the lines. */
export interface LineListener {
  /** The device has finished with an answer for now. */
  onKept(address: Address): void;
  onChange(): void;
}

/** Every answer of an assessment: as the server has it, and what is kept of it in the outbox. */
export class AnswerLines {
  private readonly lines = new Map<Address, Line>();

  constructor(
    private readonly outbox: Outbox,
    private readonly listener: LineListener,
    answers: readonly CurrentAnswer[],
    unsent: readonly Unsent[],
  ) {
    for (const answer of answers)
      this.of(addressOf(answer.questionId, answer.instanceId)).acknowledged = answer;
    for (const kept of unsent) this.of(kept.address).kept = kept;
  }

  get all(): ReadonlyMap<Address, Line> {
    return this.lines;
  }

  /** Whether the device has finished with all that was done so far. */
  get areSettled(): boolean {
    return [...this.lines.values()].every(({ steps }) => steps === 0);
  }

  of(address: Address): Line {
    const known = this.lines.get(address);
    if (known) return known;
    const line: Line = { kept: undefined, steps: 0, isInFlight: false, failures: 0, silences: 0 };
    this.lines.set(address, line);
    return line;
  }

  /**
   * The answers with something unacknowledged, oldest change first, but behind the others those of which nothing comes
   * back: it may be that something on the way lets just them not through.
   */
  waiting(): readonly Address[] {
    return [...this.lines]
      .filter(([, { kept }]) => kept !== undefined)
      .sort(([, one], [, other]) => one.silences - other.silences || (ageOf(one) < ageOf(other) ? -1 : 1))
      .map(([address]) => address);
  }

  /** Takes a step, on the screen at once and on the device as soon as it can. */
  take(address: Address, step: Step): void {
    const line = this.of(address);
    hold(line, step(line.kept));
    line.steps += 1;
    void this.outbox.step(address, step).then((kept) => {
      line.steps -= 1;
      // As long as further steps are under way the screen is ahead of the device.
      if (line.steps > 0) return;
      hold(line, kept);
      this.listener.onKept(address);
      this.listener.onChange();
    });
    this.listener.onChange();
  }

  /** Takes what another tab, or an earlier page, has left of an answer. */
  adopt(address: Address, kept: Unsent | undefined): void {
    const line = this.of(address);
    if (line.steps > 0) return;
    hold(line, kept);
    this.listener.onChange();
  }

  /** Takes all that lies in the outbox: of what does not lie there any more nothing is left. */
  adoptAll(unsent: readonly Unsent[]): void {
    const lying = new Map(unsent.map((kept) => [kept.address, kept]));
    for (const address of new Set([...this.waiting(), ...lying.keys()]))
      this.adopt(address, lying.get(address));
  }

  /** Takes what the server has, unless something newer is known. */
  learn(address: Address, answer: CurrentAnswer): void {
    const line = this.of(address);
    if (revisionOf(line) <= answer.revision) line.acknowledged = answer;
  }

  /** Takes what the server has, undefined: nothing, though something newer was known: it is no longer there. */
  putBack(address: Address, answer: CurrentAnswer | undefined): void {
    const line = this.of(address);
    delete line.acknowledged;
    delete line.ownRevision;
    if (answer) line.acknowledged = answer;
  }

  /** Runs nothing of what was planned for later. */
  callOffAll(): void {
    for (const line of this.lines.values()) callOff(line);
  }
}

/** Runs nothing of what was planned for later with an answer. */
export function callOff(line: Line): void {
  line.callOff?.();
  line.callOffLatest?.();
  delete line.callOff;
  delete line.callOffLatest;
  delete line.isDue;
}

function hold(line: Line, kept: Unsent | undefined): void {
  line.kept = kept;
  if (line.trouble && line.trouble.saveId !== kept?.sending?.saveId) delete line.trouble;
}

/** Save ids are made in the order of time. */
function ageOf({ kept }: Line): string {
  return kept?.sending?.saveId ?? kept?.next?.saveId ?? '';
}

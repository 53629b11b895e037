import type { AnswerSave, CurrentAnswer, ToldProblem } from '@kilim/contracts';
import type { Address } from '@kilim/indicators';
import {
  agreed,
  dropped,
  madeUpon,
  newestOf,
  renewed,
  setAside,
  withoutAside,
  type Step,
  type Unsent,
} from '../outbox/unsent.js';
import type { AnswerLines } from './answer-lines.js';
import { changeOf, changeTo, heldAfter, heldOf, saysTheSame } from './change.js';
import { newSave, type SaveMaking } from './new-save.js';
import type { Surroundings } from './saver-surroundings.js';
import { revisionOf } from './saver-view.js';

/**
 * What the server had against saves, and what settles it. A change that is in trouble is kept, on the screen and in the
 * outbox, until a person decides: nothing is given up, and nothing of anybody else's is overwritten, by itself.
 */
export class Troubles {
  constructor(
    private readonly around: SaveMaking & Pick<Surroundings, 'kindOf'>,
    private readonly lines: AnswerLines,
  ) {}

  /** Two people changed one answer. Where both said the same, nobody is asked. */
  meet(address: Address, saveId: string, current: CurrentAnswer): void {
    const line = this.lines.of(address);
    const mine = newestOf(line.kept);
    // Upon a revision that the server does not know it knew once: it was put back to an earlier state, and counts from there.
    if (madeUpon(line.kept) > current.revision) this.lines.putBack(address, current);
    else this.lines.learn(address, current);
    if (mine && !this.isSaidBy(current, address, mine))
      line.trouble = { kind: 'stale', saveId, current: line.acknowledged ?? current };
    // Nothing is left to choose. What was set aside has yet to reach the history.
    else if (line.kept?.aside)
      this.lines.take(address, renewed(saveId, this.around.newId(), revisionOf(line)));
    else this.leave(address, saveId);
  }

  /** What somebody else made of an answer over which there is a choice to be made has changed again. */
  meetAgain(address: Address, answer: CurrentAnswer): void {
    const { trouble } = this.lines.of(address);
    if (trouble?.kind === 'stale' && trouble.current.revision < answer.revision)
      this.meet(address, trouble.saveId, answer);
  }

  /** The server will not take a change; or it has some of it already, and then the rest goes on. */
  refuse(address: Address, saveId: string, problem: ToldProblem): void {
    const line = this.lines.of(address);
    if (problem.code === 'answer.stale' && madeUpon(line.kept) > 0) {
      // Nothing stands where it was made upon something: the server was put back to before that. Nothing can be overwritten.
      this.lines.putBack(address, undefined);
      this.lines.take(address, renewed(saveId, this.around.newId(), 0));
      return;
    }
    const recorded = line.kept && asideInRecord(line.kept, problem);
    if (!line.kept || recorded === undefined) line.trouble = { kind: 'refused', saveId, problem };
    else if (line.kept.aside?.length === 1 && this.isSaidBy(line.acknowledged, address, newestOf(line.kept)))
      this.leave(address, saveId);
    else this.lines.take(address, withoutAside(saveId, recorded, this.around.newId()));
  }

  /**
   * Settles a stale answer: keeps mine, over the other, or takes theirs and sets mine aside. Both stand in the history.
   *
   * @param theirs the other's answer that was shown: upon it the choice was made, whatever has come since
   */
  settle(address: Address, whose: 'mine' | 'theirs', theirs: CurrentAnswer): void {
    const { trouble } = this.lines.of(address);
    if (trouble?.kind !== 'stale') return;
    const { saveId } = trouble;
    const newId = this.around.newId();
    if (whose === 'mine') this.lines.take(address, renewed(saveId, newId, theirs.revision));
    else this.lines.take(address, this.settingAside(address, saveId, newId, theirs));
  }

  /** Takes back a change that the server refused: the answer stands as the server has it. */
  discard(address: Address): void {
    const { trouble } = this.lines.of(address);
    if (trouble?.kind === 'refused') this.lines.take(address, dropped(trouble.saveId));
  }

  /** A change that the server refused is to go again: it may have been mended, or the refusal have lost its reason. */
  renew(address: Address): void {
    const { trouble } = this.lines.of(address);
    if (trouble?.kind === 'refused') this.lines.take(address, renewed(trouble.saveId, this.around.newId()));
  }

  /** The server says what the person does: their save need not be made. */
  private leave(address: Address, saveId: string): void {
    const line = this.lines.of(address);
    line.ownRevision = revisionOf(line);
    const newestId = newestOf(line.kept)?.saveId ?? saveId;
    this.lines.take(address, agreed(saveId, newestId, line.ownRevision));
  }

  /** Whether an answer on the server says what a change would make of it. */
  private isSaidBy(
    current: CurrentAnswer | undefined,
    address: Address,
    mine: AnswerSave | undefined,
  ): boolean {
    if (!current || !mine) return false;
    return saysTheSame(this.around.kindOf(address), heldAfter(changeOf(mine)), heldOf(current));
  }

  private settingAside(address: Address, saveId: string, asideId: string, current: CurrentAnswer): Step {
    const theirs = changeTo(heldOf(current));
    // That theirs did not apply can't be said once more without the reason, when it was erased.
    if (!theirs) return dropped(saveId);
    const save = { ...newSave(this.around, address, theirs), baseRevision: current.revision };
    return setAside(saveId, asideId, save);
  }
}

const SAVE_ID = /^\/saves\/(\d+)\/saveId$/u;

/**
 * Which words that are set aside the server says it has already, by their save id: they never change under it, only what
 * they are made upon does.
 */
function asideInRecord({ aside = [] }: Unsent, { code, places }: ToldProblem): string | undefined {
  if (code !== 'answer.saveIdReused') return undefined;
  const [, index] = SAVE_ID.exec(places[0]?.pointer ?? '') ?? [];
  return index === undefined ? undefined : aside[Number(index)]?.saveId;
}

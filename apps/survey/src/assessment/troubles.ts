import type { CurrentAnswer, ProblemDocument } from '@kilim/contracts';
import type { Address } from '@kilim/indicators';
import { dropped, newestOf, renewed, setAside, type Step } from '../outbox/unsent.js';
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
    this.lines.learn(address, current);
    const kind = this.around.kindOf(address);
    if (mine && !saysTheSame(kind, heldAfter(changeOf(mine)), heldOf(current)))
      line.trouble = { kind: 'stale', saveId, current: line.acknowledged ?? current };
    // Nothing is left to choose. What was set aside has yet to reach the history.
    else if (line.kept?.aside)
      this.lines.take(address, renewed(saveId, this.around.newId(), revisionOf(line)));
    else this.lines.take(address, dropped(saveId));
  }

  /** What somebody else made of an answer over which there is a choice to be made has changed again. */
  meetAgain(address: Address, answer: CurrentAnswer): void {
    const { trouble } = this.lines.of(address);
    if (trouble?.kind === 'stale' && trouble.current.revision < answer.revision)
      this.meet(address, trouble.saveId, answer);
  }

  /** The server will not take a change. */
  refuse(address: Address, saveId: string, problem: ProblemDocument): void {
    this.lines.of(address).trouble = { kind: 'refused', saveId, problem };
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

  /** A change that the server refused is to go again: it may have been mended, or the refusal have lost its reason. */
  renew(address: Address): void {
    const { trouble } = this.lines.of(address);
    if (trouble?.kind === 'refused') this.lines.take(address, renewed(trouble.saveId, this.around.newId()));
  }

  private settingAside(address: Address, saveId: string, asideId: string, current: CurrentAnswer): Step {
    const theirs = changeTo(heldOf(current));
    // That theirs did not apply can't be said once more without the reason, when it was erased.
    if (!theirs) return dropped(saveId);
    const save = { ...newSave(this.around, address, theirs), baseRevision: current.revision };
    return setAside(saveId, asideId, save);
  }
}

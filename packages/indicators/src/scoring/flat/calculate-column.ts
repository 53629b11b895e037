import { evaluateFormula } from '../../answers/evaluate-formula.js';
import { lookedAtByFormula } from '../../definition/looked-at.js';
import type { QuestionOf } from '../../definition/question.js';
import { roundRational } from '../../definition/rational.js';
import { askedIn, BlockSight, type Asked } from './block-sight.js';
import { ANSWERED, NOT_APPLICABLE, OPEN } from './codes.js';
import type { FlatSlot } from './layout.js';

/** Works a computed question out for every assessment, as an answer of its own. */
export function calculateColumn(slot: FlatSlot, question: QuestionOf<'computed'>, asked: Asked): void {
  const { codes, figures, capacity, length } = asked.block;
  const looked = lookedAtByFormula(question.formula);
  for (let row = 0; row < length; row += 1) {
    const sight = new BlockSight(asked, row, slot);
    const exact = evaluateFormula(question.formula, sight);
    const value = exact && roundRational(exact, question.decimals);
    // An instance that is not listed is not asked either.
    const waits = (): boolean =>
      sight
        .lookedAt(looked)
        .some((each) => askedIn(asked, each)[row] === 1 && codes[each.column * capacity + row] === OPEN);
    figures[slot.figure * capacity + row] = value ?? 0;
    codes[slot.column * capacity + row] = value !== undefined ? ANSWERED : waits() ? OPEN : NOT_APPLICABLE;
  }
}

import type { AnswerValue } from '../../answers/answer.js';
import type { Sight } from '../../answers/sight.js';
import type { Id } from '../../definition/identity.js';
import type { AnswerBlock } from './answer-block.js';
import { ANSWERED } from './codes.js';
import { BITS, isSameSet, seenFrom, type FlatSlot } from './layout.js';

/** What was found out about a block while it is scored. */
export interface Asked {
  readonly block: AnswerBlock;
  /** By slot and assessment: 1 when it is asked. */
  readonly visible: readonly Uint8Array[];
}

/** Of which assessments a slot is asked: 1 for each that it is. */
export function askedIn({ visible }: Asked, { index }: FlatSlot): Uint8Array {
  return visible[index] ?? NOBODY;
}

const NOBODY = new Uint8Array(0);

/** What formulas see of one assessment of a block from one of its slots. */
export class BlockSight implements Sight {
  constructor(
    private readonly asked: Asked,
    private readonly row: number,
    private readonly from: FlatSlot,
  ) {}

  /** The value as far as formulas tell values apart: of lists only how long they are. */
  valueOf(question: Id): AnswerValue | undefined {
    const { layout, codes, figures, capacity } = this.asked.block;
    const slot = seenFrom(layout, this.from, question);
    if (slot === undefined || askedIn(this.asked, slot)[this.row] !== 1) return undefined;
    const code = codes[slot.column * capacity + this.row] ?? 0;
    if (code < ANSWERED) return undefined;
    switch (slot.compiled.question.kind) {
      case 'yesNo':
        return code > ANSWERED;
      case 'multiple':
        return chosenCount(this.asked.block, slot, this.row);
      case 'ranking':
        return slot.columns - 1;
      default:
        // Without a column of figures that is a place before all of them, where there is none.
        return figures[slot.figure * capacity + this.row];
    }
  }

  within(set: Id): readonly BlockSight[] {
    const [slot] = this.asked.block.layout.byQuestion.get(set) ?? [];
    const isAsked = slot !== undefined && askedIn(this.asked, slot)[this.row] === 1;
    return isAsked ? this.instancesOf(slot).map((each) => new BlockSight(this.asked, this.row, each)) : [];
  }

  /** The slots that a formula looks at: of a question within another set, those of all instances, listed or not. */
  lookedAt(ids: readonly Id[]): readonly FlatSlot[] {
    const { layout } = this.asked.block;
    return ids.flatMap((id) => {
      const slots = layout.byQuestion.get(id) ?? [];
      const set = slots[0]?.set;
      const isHere = set === undefined || isSameSet(set, this.from.set);
      return isHere ? (seenFrom(layout, this.from, id) ?? []) : slots;
    });
  }

  /** A slot of each listed instance, for where to look from. */
  private instancesOf(set: FlatSlot): readonly FlatSlot[] {
    const { layout } = this.asked.block;
    const [first] = layout.compiled.bySet.get(set.compiled.question.id) ?? [];
    return (layout.byQuestion.get(first?.question.id ?? '') ?? []).slice(0, this.listed(set));
  }

  private listed(set: FlatSlot): number {
    const { figures, capacity } = this.asked.block;
    return figures[set.figure * capacity + this.row] ?? 0;
  }
}

function chosenCount({ codes, capacity }: AnswerBlock, slot: FlatSlot, row: number): number {
  let count = 0;
  for (let word = 1; word < slot.columns; word += 1) {
    const bits = codes[(slot.column + word) * capacity + row] ?? 0;
    for (let bit = 0; bit < BITS; bit += 1) count += (bits >> bit) & 1;
  }
  return count;
}

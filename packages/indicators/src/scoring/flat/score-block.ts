import type { Answers } from '../../answers/answer.js';
import type { CompiledMean, CompiledQuestionnaire } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import type { Score } from '../score.js';
import { AnswerBlock } from './answer-block.js';
import type { Asked } from './block-sight.js';
import { calculateColumn } from './calculate-column.js';
import { conditionColumn, type ConditionColumn } from './condition-columns.js';
import { flatIndicator, scoreIndicator, Sums, type FlatIndicator } from './indicator-column.js';
import { layOut, type FlatSlot, type Layout } from './layout.js';
import { MISSED, NO_PART, NOT_ASKED, SCORE_KINDS, SCORED, type NumberBlock } from './number-block.js';
import { packAnswers } from './pack-answers.js';

/** A version made ready for scoring many assessments at once, from packed answers. */
export class FlatScoring {
  readonly layout: Layout;
  /** Indicators, composites and indices, in the order in which numbers stand. */
  readonly areas: readonly Id[];
  private readonly conditions: readonly (ConditionColumn | undefined)[];
  private readonly parts: readonly FlatIndicator[];
  private readonly means: readonly CompiledMean[];
  private visible: Uint8Array[] = [];
  private sums = new Sums(0);

  constructor(compiled: CompiledQuestionnaire) {
    this.layout = layOut(compiled);
    this.conditions = this.layout.slots.map((slot) => {
      const { askedIf } = slot.compiled;
      return askedIf && conditionColumn(askedIf, this.layout, slot);
    });
    this.parts = compiled.indicators.map((indicator) => flatIndicator(indicator, this.layout));
    this.means = [...compiled.composites, ...compiled.indices];
    this.areas = [...compiled.indicators, ...this.means].map(({ id }) => id);
  }

  /** Somewhere to pack so many assessments. */
  block(capacity: number): AnswerBlock {
    return new AnswerBlock(this.layout, capacity);
  }

  /** Somewhere to put the numbers of as many. */
  numbers(capacity: number): NumberBlock {
    return {
      capacity,
      kinds: new Uint8Array(this.areas.length * capacity),
      values: new Float64Array(this.areas.length * capacity),
      numerators: new Float64Array(this.parts.length * capacity),
      denominators: new Float64Array(this.parts.length * capacity),
    };
  }

  /** Scores all assessments of a block; allocates nothing once it has seen one as large, but for formulas. */
  score(block: AnswerBlock, numbers: NumberBlock): void {
    const asked: Asked = { block, visible: this.visibleFor(block) };
    for (const [at, slot] of this.layout.slots.entries()) {
      this.look(slot, this.conditions[at], asked);
      if (slot.compiled.question.kind === 'computed') calculateColumn(slot, slot.compiled.question, asked);
    }
    for (const [at, part] of this.parts.entries()) scoreIndicator(part, at, asked, this.sums, numbers);
    for (const [at, mean] of this.means.entries())
      this.scoreMean(mean, this.parts.length + at, block.length, numbers);
  }

  private visibleFor({ capacity }: AnswerBlock): readonly Uint8Array[] {
    if (this.sums.capacity < capacity) {
      this.visible = Array.from({ length: this.layout.slots.length }, () => new Uint8Array(capacity).fill(1));
      this.sums = new Sums(capacity);
    }
    return this.visible;
  }

  private look(slot: FlatSlot, condition: ConditionColumn | undefined, asked: Asked): void {
    const { block } = asked;
    const own = asked.visible[slot.index];
    if (own === undefined) return;
    if (condition !== undefined) condition(asked, own);
    else if (slot.set !== undefined) own.fill(1, 0, block.length);
    if (slot.set === undefined) return;
    const ofSet = asked.visible[slot.set.index];
    const counts = slot.set.figure * block.capacity;
    for (let row = 0; row < block.length; row += 1)
      if (ofSet?.[row] !== 1 || (block.figures[counts + row] ?? 0) <= slot.instance) own[row] = 0;
  }

  private scoreMean(mean: CompiledMean, area: number, length: number, numbers: NumberBlock): void {
    const { capacity, kinds, values } = numbers;
    const members = mean.members.map(({ of, weight }) => ({ at: this.areas.indexOf(of) * capacity, weight }));
    for (let row = 0; row < length; row += 1) {
      let [sum, scored, needed, least, greatest] = [0, 0, 0, Infinity, -Infinity];
      let absence = NOT_ASKED;
      for (const { at, weight } of members) {
        const kind = kinds[at + row] ?? NOT_ASKED;
        if (kind === SCORED) {
          const value = values[at + row] ?? 0;
          sum += value * weight;
          scored += weight;
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
        }
        if (kind === SCORED || kind === MISSED) [needed, absence] = [needed + weight, MISSED];
        else if (kind === NO_PART && absence === NOT_ASKED) absence = NO_PART;
      }
      const isScored = scored > 0 && scored / needed >= mean.coverageToScore;
      kinds[area * capacity + row] = isScored ? SCORED : absence;
      values[area * capacity + row] = isScored ? Math.min(greatest, Math.max(least, sum / scored)) : 0;
    }
  }
}

/** Numbers without a trace for one assessment, as `scoreAssessment` gives them, by area. */
export function scoreNumbers(flat: FlatScoring, answers: Answers): ReadonlyMap<Id, Score> {
  const block = flat.block(1);
  const numbers = flat.numbers(1);
  packAnswers(block, answers);
  flat.score(block, numbers);
  return new Map(flat.areas.map((id, at) => [id, scoreIn(numbers, at, 0)]));
}

/** One score out of a block of numbers. */
export function scoreIn({ capacity, kinds, values }: NumberBlock, area: number, row: number): Score {
  const kind = SCORE_KINDS[kinds[area * capacity + row] ?? NOT_ASKED] ?? 'notAsked';
  return kind === 'scored' ? { kind, value: values[area * capacity + row] ?? 0 } : { kind };
}

import type { Answers } from '../../answers/answer.js';
import type { CompiledQuestionnaire } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import type { Score } from '../score.js';
import { AnswerBlock } from './answer-block.js';
import { askedIn, type Asked } from './block-sight.js';
import { calculateColumn } from './calculate-column.js';
import { conditionColumn, type ConditionColumn } from './condition-columns.js';
import { flatIndicator, scoreIndicator, type FlatIndicator } from './indicator-column.js';
import { layOut, type FlatSlot, type Layout } from './layout.js';
import { Sums } from './ledger.js';
import { flatMean, scoreMean, type FlatMean } from './mean-column.js';
import { NOT_ASKED, SCORE_KINDS, type NumberBlock } from './number-block.js';
import { packAnswers } from './pack-answers.js';

/** A version made ready for scoring many assessments at once, from packed answers. */
export class FlatScoring {
  readonly layout: Layout;
  /** Indicators, composites and indices, in the order in which numbers stand. */
  readonly areas: readonly Id[];
  /** What is to be found out before anything is scored, in this order: who is asked, and what is calculated. */
  private readonly steps: readonly Step[];
  private readonly parts: readonly FlatIndicator[];
  private readonly means: readonly FlatMean[];
  private visible: Uint8Array[] = [];
  private sums = new Sums(0);

  constructor(compiled: CompiledQuestionnaire) {
    this.layout = layOut(compiled);
    this.steps = this.layout.slots.flatMap((slot) => stepsAt(slot, this.layout));
    this.parts = compiled.indicators.map((indicator) => flatIndicator(indicator, this.layout));
    const means = [...compiled.composites, ...compiled.indices];
    this.areas = [...compiled.indicators, ...means].map(({ id }) => id);
    this.means = means.map((mean) => flatMean(mean, this.areas));
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

  /** Scores all assessments of a block; allocates nothing once it has seen one as large, but for formulas and curves. */
  score(block: AnswerBlock, numbers: NumberBlock): void {
    const asked: Asked = { block, visible: this.visibleFor(block) };
    for (const take of this.steps) take(asked);
    this.parts.forEach((part, at) => {
      scoreIndicator(part, at, asked, this.sums, numbers);
    });
    this.means.forEach((mean, at) => {
      scoreMean(mean, this.parts.length + at, block.length, numbers);
    });
  }

  private visibleFor({ capacity }: AnswerBlock): readonly Uint8Array[] {
    if (this.sums.capacity < capacity) {
      // One for all of these: there are many, and what is looked at again and again stays at hand.
      const everybody = new Uint8Array(capacity).fill(1);
      this.visible = this.layout.slots.map(() => everybody);
      for (const slot of this.layout.slots)
        if (!isForEverybody(slot)) this.visible[slot.index] = new Uint8Array(capacity);
      this.sums = new Sums(capacity);
    }
    return this.visible;
  }
}

type Step = (asked: Asked) => void;

/** A slot that is asked of everybody and not calculated takes none. */
function stepsAt(slot: FlatSlot, layout: Layout): readonly Step[] {
  const { question, askedIf } = slot.compiled;
  const condition = askedIf && conditionColumn(askedIf, layout, slot);
  return [
    ...(isForEverybody(slot)
      ? []
      : [
          (asked: Asked) => {
            look(slot, slot.set, condition, asked);
          },
        ]),
    ...(question.kind === 'computed'
      ? [
          (asked: Asked) => {
            calculateColumn(slot, question, asked);
          },
        ]
      : []),
  ];
}

function isForEverybody({ set, compiled: { askedIf } }: FlatSlot): boolean {
  return set === undefined && askedIf === undefined;
}

function look(
  slot: FlatSlot,
  set: FlatSlot | undefined,
  condition: ConditionColumn | undefined,
  asked: Asked,
): void {
  const { figures, capacity, length } = asked.block;
  const own = askedIn(asked, slot);
  if (condition !== undefined) condition(asked, own);
  else own.fill(1, 0, length);
  if (set === undefined) return;
  const ofSet = askedIn(asked, set);
  const counts = set.figure * capacity;
  for (let row = 0; row < length; row += 1)
    if (ofSet[row] !== 1 || (figures[counts + row] ?? 0) <= slot.instance) own[row] = 0;
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

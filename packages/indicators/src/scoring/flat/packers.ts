import { isCalendarDate } from '../../definition/calendar-date.js';
import { gather } from '../../definition/gather.js';
import { choiceCoder, matrixCoder, singleCoder } from './choice-coders.js';
import { multiplePacker, singlePacker, yesNoPacker } from './choice-packers.js';
import { listCoder, wordsCoder } from './coders.js';
import { figurePacker } from './figure-packer.js';
import { BITS, type FlatSlot } from './layout.js';
import { packerBy, type Packer } from './packer.js';

/** What packs the answers in some slots, whatever kinds they are of. */
export function packersOf(slots: readonly FlatSlot[]): readonly PackedSlots[] {
  return [...gather(slots, sortOf)].map(([sort, some]) => ({
    questions: some.map(({ compiled: { question } }) => question.id),
    pack: packerOf(sort, some),
  }));
}

/** The slots of one sort, and what packs the answers in them. */
export interface PackedSlots {
  readonly questions: readonly string[];
  readonly pack: Packer;
}

/** The kind of its question; choices among many options are told from those among few, which have room in one code. */
function sortOf({ compiled: { question }, options }: FlatSlot): string {
  const isChoice = question.kind === 'single' || question.kind === 'multiple';
  return isChoice && options.size > BITS ? `${question.kind} of many` : question.kind;
}

function packerOf(sort: string, slots: readonly FlatSlot[]): Packer {
  switch (sort) {
    case 'yesNo':
      return yesNoPacker(slots);
    case 'single':
      return singlePacker(slots);
    case 'single of many':
      return packerBy(slots, singleCoder(slots));
    case 'multiple':
      return multiplePacker(slots);
    case 'multiple of many':
      return packerBy(slots, choiceCoder(slots));
    case 'matrix':
      return packerBy(slots, matrixCoder(slots));
    case 'number':
    case 'share':
      return figurePacker(slots);
    case 'text':
      return packerBy(
        slots,
        wordsCoder(slots, (value, longest) => value.length <= longest && !isBlank(value)),
      );
    case 'date':
      return packerBy(slots, wordsCoder(slots, isCalendarDate));
    default:
      return packerBy(slots, listCoder(slots));
  }
}

/** What begins with a printed letter need not be looked at to its end. */
function isBlank(value: string): boolean {
  const first = value.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && value.trim() === '';
}

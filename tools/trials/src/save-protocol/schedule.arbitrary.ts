import fc from 'fast-check';
import { effort } from '../support/effort.js';
import { FATES, type Fate } from './network.js';

/** Something that happens while two people answer one assessment. Numbers name one of those there are, counted round. */
export type Step =
  | {
      readonly kind: 'type';
      readonly who: number;
      readonly tab: number;
      readonly question: number;
      readonly atOnce: boolean;
    }
  | { readonly kind: 'pass'; readonly milliseconds: number }
  | { readonly kind: 'decide'; readonly which: number; readonly fate: Fate }
  | { readonly kind: 'late' }
  | { readonly kind: 'open'; readonly who: number }
  | { readonly kind: 'close' | 'crash'; readonly who: number; readonly tab: number }
  | { readonly kind: 'hear' | 'discard' | 'retry'; readonly who: number }
  | { readonly kind: 'settle'; readonly who: number; readonly whose: 'mine' | 'theirs' }
  /** The server ends; every so manieth of the requests under way had reached it. */
  | { readonly kind: 'serverCrash'; readonly every: number; readonly isNew: boolean }
  | { readonly kind: 'serverBack' }
  | { readonly kind: 'submit'; readonly who: number; readonly times: number }
  | { readonly kind: 'reopen' };

const who = fc.nat(1);
const some = fc.nat(3);
const kinds = <K extends Step['kind']>(...names: readonly [K, ...K[]]) => fc.constantFrom(...names);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: kinds('type'), who, tab: some, question: fc.nat(1), atOnce: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: kinds('decide'), which: some, fate: fc.constantFrom(...FATES) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: kinds('pass'), milliseconds: fc.constantFrom(0, 1, 2, 700, 2000, 40_000) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kinds('hear', 'retry', 'discard'), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kinds('settle'),
      who,
      whose: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kinds('open'), who }) },
  { weight: 1, arbitrary: fc.record({ kind: kinds('close', 'crash'), who, tab: some }) },
  { weight: 1, arbitrary: fc.record({ kind: kinds('late', 'serverBack', 'reopen') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kinds('serverCrash'),
      every: fc.integer({ min: 1, max: 3 }),
      // A new process takes long to start: once in a while.
      isNew: fc.nat(effort(100, 30)).map((number) => number === 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: kinds('submit'), who, times: fc.integer({ min: 1, max: 2 }) }),
  },
);

/** Anything that may happen, in any order. */
export const anySchedule = fc.array(anyStep, { minLength: 10, maxLength: 60, size: 'max' });

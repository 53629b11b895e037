import type { Relation } from '../../definition/formula.js';
import type { Comparison } from './tree.js';

/** Comparisons of what is more or less. */
export type Ordering = Exclude<Comparison, 'equal' | 'notequal'>;

/** How our formulas call them. */
export const RELATIONS: Readonly<Record<Ordering, Relation>> = {
  less: 'below',
  lessorequal: 'atMost',
  greater: 'above',
  greaterorequal: 'atLeast',
};

/** What says the same with its two sides exchanged. */
export const TURNED: Readonly<Record<Comparison, Comparison>> = {
  equal: 'equal',
  notequal: 'notequal',
  less: 'greater',
  lessorequal: 'greaterorequal',
  greater: 'less',
  greaterorequal: 'lessorequal',
};

/** Whether a number stands in this comparison to a bound; what is no number never does. */
export function standsIn(op: Ordering, value: number | undefined, bound: number): boolean {
  if (value === undefined) return false;
  switch (op) {
    case 'less':
      return value < bound;
    case 'lessorequal':
      return value <= bound;
    case 'greater':
      return value > bound;
    case 'greaterorequal':
      return value >= bound;
  }
}

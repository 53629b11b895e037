import type { Condition } from '../../definition/condition.js';
import type { Id } from '../../definition/identity.js';

/** All or any of these; undefined when one of them could not be said. */
export function joined(op: 'all' | 'any', parts: readonly (Condition | undefined)[]): Condition | undefined {
  const of = parts.filter((part) => part !== undefined);
  const [only] = of;
  if (of.length < parts.length) return undefined;
  return of.length === 1 ? only : { op, of };
}

/** The opposite, without a double “not”. */
export function negated(condition: Condition | undefined): Condition | undefined {
  if (condition?.op === 'not') return condition.of;
  return condition && { op: 'not', of: condition };
}

/** At just this place of a ranking, from 0: among so many, and not among one fewer. */
export function atPlace(question: Id, options: readonly Id[], place: number): Condition {
  const within = (places: number): Condition => ({
    op: 'rankedWithin',
    question,
    options: [...options],
    places,
  });
  if (place === 0) return within(1);
  // Another of these may stand further in front: so each is looked for by itself.
  const each = options.map((id): Condition => ({
    op: 'all',
    of: [
      { op: 'rankedWithin', question, options: [id], places: place + 1 },
      { op: 'not', of: { op: 'rankedWithin', question, options: [id], places: place } },
    ],
  }));
  const [only] = each;
  return only && each.length === 1 ? only : { op: 'any', of: each };
}

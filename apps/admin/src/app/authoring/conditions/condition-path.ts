import type { Condition } from '@kilim/indicators';

/** Where in a condition: places in groups, from the outside in; within `not` there is but one place, 0. */
export type ConditionPath = readonly number[];

/** A condition with what stands at a path put in place of it; undefined takes it out, and what is then empty with it. */
export function replaced(
  condition: Condition,
  path: ConditionPath,
  by: Condition | undefined,
): Condition | undefined {
  const [at, ...rest] = path;
  if (at === undefined) return by;
  if (condition.op === 'not') {
    const of = replaced(condition.of, rest, by);
    return of && { op: 'not', of };
  }
  if (condition.op !== 'all' && condition.op !== 'any') return condition;
  const of = condition.of.flatMap((each, place) => {
    if (place !== at) return [each];
    const next = replaced(each, rest, by);
    return next === undefined ? [] : [next];
  });
  const [only] = of;
  if (only === undefined) return undefined;
  return of.length === 1 ? only : { op: condition.op, of };
}

/** A condition with another added to it, at the end of its outermost group. */
export function joined(condition: Condition | undefined, added: Condition): Condition {
  if (condition === undefined) return added;
  if (condition.op === 'all' || condition.op === 'any')
    return { op: condition.op, of: [...condition.of, added] };
  return { op: 'all', of: [condition, added] };
}

/** The opposite: `not` comes and goes. */
export function turned(condition: Condition): Condition {
  return condition.op === 'not' ? condition.of : { op: 'not', of: condition };
}

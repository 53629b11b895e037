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

/** How two conditions are joined: both must hold, or one of them. */
export type Joint = 'all' | 'any';

/** What stands at a path; undefined where nothing does. */
export function partOf(condition: Condition, [at, ...rest]: ConditionPath): Condition | undefined {
  if (at === undefined) return condition;
  if (condition.op === 'not') return partOf(condition.of, rest);
  const inner = condition.op === 'all' || condition.op === 'any' ? condition.of[at] : undefined;
  return inner && partOf(inner, rest);
}

/** A condition with another added to it: at its end where it is joined in that way already, else beside it. */
export function joined(condition: Condition | undefined, added: Condition, joint?: Joint): Condition {
  if (condition === undefined) return added;
  const isGroup = condition.op === 'all' || condition.op === 'any';
  if (isGroup && (joint === undefined || joint === condition.op))
    return { op: condition.op, of: [...condition.of, added] };
  return { op: joint ?? 'all', of: [condition, added] };
}

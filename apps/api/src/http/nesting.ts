/** The deepest nesting that is read: schemas follow it by recursion, and nothing of the contract comes near it. */
export const MOST_LEVELS = 200;

/** Whether JSON is nested no deeper than that; itself without recursion. */
export function isShallow(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= MOST_LEVELS; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return true;
  }
  return false;
}

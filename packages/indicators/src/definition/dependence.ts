/** An order in which everything comes after what it stands on, or a circle that makes one impossible. */
export type Dependence<Key> =
  | { readonly ok: true; readonly order: readonly Key[] }
  /** Each stands on the next, the last on the first. */
  | { readonly ok: false; readonly circle: readonly Key[] };

/**
 * Orders keys so that each comes after all it stands on; otherwise as given. Linear, and without recursion: a chain of
 * any length is followed.
 *
 * @param standsOn what a key stands on; keys that are not among `keys` are passed over
 */
export function orderByDependence<Key>(
  keys: readonly Key[],
  standsOn: (key: Key) => readonly Key[],
): Dependence<Key> {
  const known = new Set(keys);
  const done = new Set<Key>();
  const order: Key[] = [];
  for (const start of keys) {
    if (done.has(start)) continue;
    const path: { readonly key: Key; readonly below: readonly Key[]; next: number }[] = [];
    const onPath = new Set<Key>();
    const enter = (key: Key) => {
      path.push({ key, below: standsOn(key), next: 0 });
      onPath.add(key);
    };
    enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const below = step.below[step.next++];
      if (below === undefined) {
        path.pop();
        onPath.delete(step.key);
        done.add(step.key);
        order.push(step.key);
      } else if (onPath.has(below)) {
        const keysOnPath = path.map((each) => each.key);
        return { ok: false, circle: keysOnPath.slice(keysOnPath.indexOf(below)) };
      } else if (known.has(below) && !done.has(below)) {
        enter(below);
      }
    }
  }
  return { ok: true, order };
}

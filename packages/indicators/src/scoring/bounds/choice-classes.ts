import { toThousandths } from '../../definition/thousandths.js';
import type { Id } from '../../definition/identity.js';
import type { Leaf } from '../../definition/looked-at.js';
import { rankedCount } from '../../definition/points.js';
import type { QuestionOf } from '../../definition/question.js';
import { ClassList, type AnswerClass } from './class-list.js';
import { lookOf } from './leaf.js';

/** The most distinct ways to have come by part of a choice that are followed at once. */
const WAYS_MAXIMUM = 20_000;

/** The part of a choice that was made so far: how many, which leaves about options it makes true, its points. */
interface Way {
  readonly count: number;
  readonly seen: number;
  readonly least: number;
  readonly most: number;
}

/** The classes of all that can be chosen of several options. */
export function multipleClasses(
  question: QuestionOf<'multiple'>,
  leaves: readonly Leaf[],
): readonly AnswerClass[] | undefined {
  if (leaves.length > 30) return undefined;
  const together = question.options.filter((option) => option.exclusive !== true);
  const minimum = question.minimum ?? 1;
  const maximum = Math.min(question.maximum ?? together.length, together.length);
  let ways = new Ways([{ count: 0, seen: 0, least: 0, most: 0 }]);
  for (const option of together) {
    const worth = toThousandths(option.points ?? 0);
    const seen = seenOf(option.id, leaves);
    const next = new Ways(ways.all);
    for (const way of ways.all)
      if (way.count < maximum)
        next.add({
          count: way.count + 1,
          seen: way.seen | seen,
          least: way.least + worth,
          most: way.most + worth,
        });
    if (next.size > WAYS_MAXIMUM) return undefined;
    ways = next;
  }
  const classes = new ClassList();
  const cap = question.cap === undefined ? Infinity : toThousandths(question.cap);
  const add = ({ count, seen, least, most }: Way): void => {
    classes.add(truths(leaves, count, seen), Math.min(cap, least), Math.min(cap, most));
  };
  for (const way of ways.all) if (way.count >= minimum && way.count > 0) add(way);
  for (const option of question.options.filter(({ exclusive }) => exclusive === true)) {
    const worth = toThousandths(option.points ?? 0);
    add({ count: 1, seen: seenOf(option.id, leaves), least: worth, most: worth });
  }
  return classes.all;
}

/** The classes of all orders that options can be put in. */
export function rankingClasses(
  question: QuestionOf<'ranking'>,
  leaves: readonly Leaf[],
): readonly AnswerClass[] | undefined {
  if (leaves.length > 30) return undefined;
  const alike = new Map<string, { seen: number; counts: boolean; left: number }>();
  for (const { id, counts } of question.options) {
    const seen = seenOf(id, leaves);
    const key = `${String(seen)} ${String(counts === true)}`;
    const known = alike.get(key) ?? { seen, counts: counts === true, left: 0 };
    alike.set(key, { ...known, left: known.left + 1 });
  }
  const groups = [...alike.values()];
  const count = rankedCount(question);
  // How many of each group are placed so far tells the place, too.
  let ways = new Map<string, { used: readonly number[]; way: Way }>();
  ways.set('', { used: groups.map(() => 0), way: { count: 0, seen: 0, least: 0, most: 0 } });
  for (let place = 0; place < count; place += 1) {
    const worth = toThousandths(question.places?.[place] ?? 0);
    const next = new Map<string, { used: readonly number[]; way: Way }>();
    for (const { used, way } of ways.values())
      for (const [at, group] of groups.entries()) {
        if ((used[at] ?? 0) >= group.left) continue;
        const points = group.counts ? worth : 0;
        const seen = way.seen | (group.seen & withinReach(leaves, place));
        const now = used.map((each, other) => (other === at ? each + 1 : each));
        const key = `${now.join(' ')}/${String(seen)}`;
        const before = next.get(key)?.way;
        next.set(key, {
          used: now,
          way: {
            count: place + 1,
            seen,
            least: Math.min(way.least + points, before?.least ?? Infinity),
            most: Math.max(way.most + points, before?.most ?? -Infinity),
          },
        });
      }
    if (next.size > WAYS_MAXIMUM) return undefined;
    ways = next;
  }
  const classes = new ClassList();
  for (const { way } of ways.values()) classes.add(truths(leaves, count, way.seen), way.least, way.most);
  return classes.all;
}

/** Ways by how many are chosen and what is seen; of each only the fewest and the most points. */
class Ways {
  private readonly byKey = new Map<number, Way>();

  constructor(ways: Iterable<Way>) {
    for (const way of ways) this.add(way);
  }

  get all(): Iterable<Way> {
    return this.byKey.values();
  }

  get size(): number {
    return this.byKey.size;
  }

  add(way: Way): void {
    const key = way.count * 2 ** 31 + way.seen;
    const before = this.byKey.get(key);
    this.byKey.set(key, {
      ...way,
      least: Math.min(way.least, before?.least ?? Infinity),
      most: Math.max(way.most, before?.most ?? -Infinity),
    });
  }
}

/** The leaves, as bits, that an option makes true. */
function seenOf(option: Id, leaves: readonly Leaf[]): number {
  return bits(
    leaves,
    (leaf) => (leaf.op === 'oneOf' || leaf.op === 'rankedWithin') && leaf.options.includes(option),
  );
}

/** The leaves that look as far as a place, counted from 0. */
function withinReach(leaves: readonly Leaf[], place: number): number {
  return bits(leaves, (leaf) => leaf.op !== 'rankedWithin' || place < leaf.places);
}

function bits(leaves: readonly Leaf[], holds: (leaf: Leaf) => boolean): number {
  return leaves.reduce((sum, leaf, at) => (holds(leaf) ? sum + 2 ** at : sum), 0);
}

/** Which leaves are true of a list of so many that makes those leaves about options true. */
function truths(leaves: readonly Leaf[], count: number, seen: number): readonly boolean[] {
  return leaves.map((leaf, at) => {
    if (leaf.op === 'answered') return true;
    if (leaf.op === 'compare') return lookOf(leaf)?.holds(Array.from({ length: count }, () => '')) === true;
    return (seen & (2 ** at)) !== 0;
  });
}

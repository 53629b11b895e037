import type { Questionnaire } from '../definition/questionnaire.js';
import { findPart } from '../editing/find-part.js';
import { addressIn, listsOf, type ListedPart } from '../editing/part-address.js';
import { referencesIn } from '../editing/references.js';
import type { VersionChange } from './version-change.js';

/**
 * Gathers changes that only make sense together: each group can be made without the others.
 *
 * | together | |
 * |---|---|
 * | a part that came, and what names it or stands in it | a new indicator, its questions, its weight in the index |
 * | a part that went, and what named it or stood in it | a question, and the conditions that looked at it |
 * | all changes of a question that is of another kind now | |
 * | the changes within a field that was or is not there at all | the points of yes and of no |
 *
 * @returns the groups, and the changes in each, in the order given
 */
export function gatherUnits(
  changes: readonly VersionChange[],
  before: Questionnaire,
  after: Questionnaire,
): readonly (readonly VersionChange[])[] {
  const groups = new Groups(changes.length);
  const byWord = new Map<string, number>();
  const join = (word: string, at: number) => {
    const first = byWord.get(word);
    if (first === undefined) byWord.set(word, at);
    else groups.join(first, at);
  };
  const [came, went] = [idsWithin('added', changes, after), idsWithin('removed', changes, before)];
  const kinds = new Set(changes.filter(({ field }) => field === 'kind').map(({ part }) => part));
  for (const [at, change] of changes.entries()) {
    for (const id of namedBy(change, 'to', after)) if (came.has(id)) join(`came ${id}`, at);
    for (const id of namedBy(change, 'from', before)) if (went.has(id)) join(`went ${id}`, at);
    for (const id of ownersOf(change, before, after)) if (kinds.has(id)) join(`kind ${id}`, at);
    const holder = change.field?.includes('/') === true ? change.field.split('/')[0] : undefined;
    if (holder !== undefined && isAbsent(change.part, holder, before, after))
      join(`${change.part} ${holder}`, at);
  }
  return groups.listed().map((group) => group.flatMap((at) => changes[at] ?? []));
}

/** The ids of parts that came or went, of what is in them, too. */
function idsWithin(
  change: 'added' | 'removed',
  changes: readonly VersionChange[],
  questionnaire: Questionnaire,
): ReadonlySet<string> {
  const ids = new Set<string>();
  const walk = (part: ListedPart) => {
    if (part.id !== undefined) ids.add(part.id);
    for (const [, list] of listsOf(part)) for (const each of list) walk(each);
  };
  for (const each of changes) {
    const found = each.change === change ? findPart(questionnaire, each.part) : undefined;
    if (found) walk(found.part);
  }
  return ids;
}

/** What a change names on one side: itself and its owner where it came, went or moved, and what its value refers to. */
function namedBy(
  change: VersionChange,
  side: 'from' | 'to',
  questionnaire: Questionnaire,
): readonly string[] {
  if (change.change === 'field') {
    const { field = '' } = change;
    return [...referencesIn({ [field]: change[side] })];
  }
  const found = findPart(questionnaire, change.part);
  if (!found) return [];
  const within = change.change === 'moved' ? [] : [...idsIn(found.part), ...referencesIn(found.part)];
  return [change.part, found.owner, ...within];
}

function idsIn(part: ListedPart): readonly string[] {
  return listsOf(part).flatMap(([, list]) => list.flatMap((each) => [addressIn('', each), ...idsIn(each)]));
}

/** The part a change is of and what it stands in, in either version. */
function ownersOf({ part }: VersionChange, before: Questionnaire, after: Questionnaire): readonly string[] {
  return [part, ...[before, after].flatMap((each) => findPart(each, part)?.owner ?? [])];
}

function isAbsent(part: string, holder: string, before: Questionnaire, after: Questionnaire): boolean {
  return [before, after].some(
    (each) => findPart(each, part) && findPart(each, part)?.part[holder] === undefined,
  );
}

/** Numbers from 0, some of which belong together. */
class Groups {
  private readonly above: number[];

  constructor(count: number) {
    this.above = Array.from({ length: count }, (_, at) => at);
  }

  join(one: number, other: number): void {
    this.above[this.topOf(one)] = this.topOf(other);
  }

  /** Each group, by its first member. */
  listed(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>();
    for (const at of this.above.keys()) {
      const top = this.topOf(at);
      const group = groups.get(top);
      if (group) group.push(at);
      else groups.set(top, [at]);
    }
    return [...groups.values()];
  }

  private topOf(at: number): number {
    let top = at;
    while (this.above[top] !== top) top = this.above[top] ?? top;
    this.above[at] = top;
    return top;
  }
}

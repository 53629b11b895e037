import {
  lookedAt,
  lookedAtByFormula,
  partAt,
  partsWithin,
  type Condition,
  type DraftChange,
  type DraftDocument,
  type Id,
  type PartAddress,
  type Question,
  type Questionnaire,
} from '@kilim/indicators';
import { questionsOf } from '../desk/shares';

/** Everything that looks at a question, in a condition, formula or validation. */
export interface Lookers {
  readonly questions: readonly Question[];
  readonly validations: readonly Id[];
}

const looks = new WeakMap<object, readonly Id[]>();

/** The questions that a condition looks at; worked out once. */
function seenBy(condition: Condition): readonly Id[] {
  const known = looks.get(condition) ?? lookedAt(condition);
  looks.set(condition, known);
  return known;
}

/** Who looks at one of some questions. */
export function lookersOf(questionnaire: Questionnaire, ids: ReadonlySet<Id>): Lookers {
  const isSeen = (seen: readonly Id[]): boolean => seen.some((id) => ids.has(id));
  return {
    questions: questionsOf(questionnaire).filter(
      (question) =>
        !ids.has(question.id) &&
        ((question.askedIf !== undefined && isSeen(seenBy(question.askedIf))) ||
          (question.kind === 'computed' && isSeen(lookedAtByFormula(question.formula)))),
    ),
    validations: (questionnaire.validations ?? [])
      .filter(({ holds, marks }) => isSeen(seenBy(holds)) || isSeen(marks))
      .map(({ id }) => id),
  };
}

/** Takes parts out. An indicator or composite leaves the means it is in, and its questions no longer feed it. */
export function removals(document: DraftDocument, parts: readonly PartAddress[]): readonly DraftChange[] {
  const { questionnaire } = document;
  const gone = new Set(parts.flatMap((part) => idsWithin(document, part)));
  const outermost = parts.filter(
    (part) => !parts.some((other) => other !== part && idsWithin(document, other).includes(part)),
  );
  const members = [...questionnaire.indices, ...questionnaire.composites].flatMap((mean) =>
    gone.has(mean.id)
      ? []
      : mean.members
          .filter(({ of }) => gone.has(of))
          .map(({ of }): DraftChange => ({ op: 'remove', part: `${mean.id}/${of}` })),
  );
  const feeds = questionsOf(questionnaire)
    .filter(({ id, indicator }) => indicator !== undefined && gone.has(indicator) && !gone.has(id))
    .map(({ id, indicator }): DraftChange => ({ op: 'set', part: id, field: 'indicator', was: indicator }));
  return [...members, ...feeds, ...outermost.map((part): DraftChange => ({ op: 'remove', part }))];
}

/** The addresses of a part and all that is in it. */
export function idsWithin({ questionnaire }: DraftDocument, address: PartAddress): readonly PartAddress[] {
  const part = partAt(questionnaire, address);
  return part === undefined ? [] : [...partsWithin(address, part)].map((each) => each.address);
}

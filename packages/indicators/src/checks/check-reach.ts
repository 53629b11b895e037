import { looksAt } from '../definition/compile-questionnaire.js';
import type { Condition } from '../definition/condition.js';
import { orderByDependence } from '../definition/dependence.js';
import type { Id } from '../definition/identity.js';
import { lookedAt } from '../definition/looked-at.js';
import type { Path } from '../definition/json-pointer.js';
import type { PlacedQuestion } from '../definition/parts.js';
import { Scope } from '../definition/scope.js';
import type { QuestionOf } from '../definition/question.js';
import type { Relation } from '../definition/formula.js';
import type { Validation } from '../definition/validation.js';
import { NO_INSTANCE } from '../answers/place.js';
import type { FaultList } from './fault-list.js';
import type { Goal, HoldsGoal } from './goal.js';
import { isOutOfReach, rangeOf } from './formula-range.js';
import { Possibility } from './possibility.js';
import { SOME_INSTANCE } from './telling-answers.js';

/** Whether a condition can come true, and whether it can fail to. */
type Reach = 'open' | 'never' | 'always' | 'undecided';

/** Where a condition stands, and from where it looks. */
interface Place {
  readonly path: Path;
  readonly set: Id | undefined;
  readonly code: string;
}

/**
 * Says which conditions and parts of them can never hold, which always do, and of which neither could be found out.
 *
 * | of | never | always |
 * |---|---|---|
 * | a question's condition | it is never asked, whatever is answered, also elsewhere | nothing keeps it from being asked, also while nothing is answered |
 * | a validation's | it cannot hold by answers that are there | it cannot be violated |
 * | a part | it is not true, whatever is answered | it is true, whatever is answered |
 *
 * A validation can be both, where it looks at what is never asked: the first is said.
 *
 * For documents whose references, conditions and figures are sound.
 */
export function checkReach(
  questions: readonly PlacedQuestion[],
  validations: readonly Validation[],
  faults: FaultList,
): void {
  const scope = Scope.of(questions);
  const possibility = new Possibility(questions, scope);
  checkQuestions(questions, possibility, faults);
  for (const { question, path } of questions)
    if (question.kind === 'computed') checkResults(question, path, scope, faults);
  for (const [at, { code, holds, set }] of validations.entries()) {
    const place = { path: ['validations', at, 'holds'], set, code };
    const reach = reachOf(holds, place, possibility, true);
    report(reach, place, REPORTS.validation, faults);
    if (reach === 'open') checkParts(holds, place, possibility, faults);
  }
}

function checkQuestions(
  questions: readonly PlacedQuestion[],
  possibility: Possibility,
  faults: FaultList,
): void {
  // What a question looks at comes before it.
  const byId = new Map(questions.map((placed) => [placed.question.id, placed]));
  const order = orderByDependence(questions, ({ question, set }) =>
    [...looksAt(question), ...(set ? [set.id] : [])].flatMap((id) => byId.get(id) ?? []),
  );
  for (const { question } of order.ok ? order.order : []) possibility.asked(question.id);
  const conditional = questions.flatMap(({ question, path, set }) => {
    if (question.askedIf === undefined) return [];
    const place = { path: [...path, 'askedIf'], set: set?.id, code: question.code };
    const asked = possibility.asked(question.id);
    const reach =
      asked === 'possible'
        ? reachOf(question.askedIf, place, possibility, false)
        : REACH_UNLESS_POSSIBLE[asked];
    return [{ id: question.id, condition: question.askedIf, place, reach }];
  });
  const never = new Set(conditional.filter(({ reach }) => reach === 'never').map(({ id }) => id));
  for (const { condition, place, reach } of conditional) {
    // What is never asked because something else is not is mended there.
    const isOwn = ![...lookedAt(condition), ...(place.set === undefined ? [] : [place.set])].some((id) =>
      never.has(id),
    );
    if (reach === 'never' && !isOwn) continue;
    report(reach, place, REPORTS.question, faults);
    if (reach === 'open') checkParts(condition, place, possibility, faults);
  }
}

const REACH_UNLESS_POSSIBLE = { impossible: 'never', undecided: 'undecided' } as const;

function reachOf(condition: Condition, place: Place, possibility: Possibility, strictly: boolean): Reach {
  const { set } = place;
  const instance = set === undefined ? NO_INSTANCE : SOME_INSTANCE;
  const listed: readonly Goal[] =
    set === undefined
      ? []
      : [
          { kind: 'asked', question: set, instance: NO_INSTANCE },
          { kind: 'listed', set, instance },
        ];
  const holds = (wanted: boolean): HoldsGoal => ({
    kind: 'holds',
    condition,
    wanted,
    strictly,
    set,
    instance,
  });
  const [comesTrue, fails] = [true, false].map(
    (wanted) =>
      (strictly ? undefined : possibility.byOneAnswer(condition, wanted, set)) ??
      possibility.of(...listed, holds(wanted)),
  );
  if (comesTrue === 'impossible') return 'never';
  if (fails === 'impossible') return 'always';
  return comesTrue === 'undecided' || fails === 'undecided' ? 'undecided' : 'open';
}

/** The largest parts of a sound condition that never or always hold; a look at one answer by itself is seen elsewhere. */
function checkParts(condition: Condition, place: Place, possibility: Possibility, faults: FaultList): void {
  if (condition.op !== 'all' && condition.op !== 'any' && condition.op !== 'not') return;
  const parts = condition.op === 'not' ? [condition.of] : condition.of;
  for (const [at, part] of parts.entries()) {
    if (part.op !== 'all' && part.op !== 'any' && part.op !== 'not' && part.op !== 'compare') continue;
    const path = [...place.path, 'of', ...(condition.op === 'not' ? [] : [at])];
    const here = { ...place, path };
    const reach = reachOf(part, here, possibility, false);
    if (reach === 'never' || reach === 'always') report(reach, here, REPORTS.part, faults);
    else checkParts(part, here, possibility, faults);
  }
}

/** What is said of each, by what it is about. */
const REPORTS = {
  question: {
    never: [
      'is never asked: its condition cannot hold',
      'Use any instead of all, or correct a part that excludes another.',
    ],
    always: [
      'is always asked: its condition holds whatever is answered',
      'Remove the condition, or correct it.',
    ],
    undecided: ['may or may not come to be asked'],
  },
  validation: {
    never: [
      'can never hold, whatever is answered',
      'Correct the condition: it says what must hold, not what is wrong.',
    ],
    always: ['can never be violated', 'Remove the validation, or correct its condition.'],
    undecided: ['may or may not be able to hold and to be violated'],
  },
  part: {
    never: ['has a condition of which this part never holds', 'Correct the part, or remove it.'],
    always: ['has a condition of which this part always holds', 'Correct the part, or remove it.'],
    undecided: [''],
  },
} as const;

function report(
  reach: Reach,
  { path, code }: Place,
  said: (typeof REPORTS)[keyof typeof REPORTS],
  faults: FaultList,
): void {
  switch (reach) {
    case 'open':
      return;
    case 'never':
      faults.add({
        code: 'conditionImpossible',
        path,
        message: `“${code}” ${said.never[0]}.`,
        mend: said.never[1],
      });
      return;
    case 'always':
      faults.add({
        code: 'conditionAlways',
        path,
        message: `“${code}” ${said.always[0]}.`,
        mend: said.always[1],
      });
      return;
    case 'undecided':
      faults.add({
        code: 'conditionUndecided',
        path,
        message: `“${code}” ${said.undecided[0]}: too much depends on each other to go through all of it.`,
        mend: 'Look yourself whether its condition can hold and fail; a simpler one is decided.',
      });
  }
}

/** Bands, and stretches of a curve, have results of the formula in them. */
function checkResults(question: QuestionOf<'computed'>, path: Path, scope: Scope, faults: FaultList): void {
  const results = rangeOf({ op: 'answer', question: question.id }, scope);
  const isNever = (relation: Relation, limit: number | undefined) =>
    limit !== undefined && isOutOfReach(relation, results, rangeOf({ op: 'number', value: limit }, scope));
  const report = (...here: Path) =>
    faults.add({
      code: 'resultUnreached',
      path: [...path, ...here],
      message: 'No result of the formula comes here, whatever is answered.',
      mend: 'Remove it, or correct the formula.',
    });
  const { bands = [], curve = [] } = question;
  for (const [at, { from }] of bands.entries())
    if (isNever('atLeast', from) || isNever('below', bands[at + 1]?.from)) report('bands', at, 'from');
  // A point beyond all results still says where the line to it goes; one beyond that says nothing.
  for (const at of curve.keys())
    if (isNever('above', curve[at - 1]?.at) || isNever('below', curve[at + 1]?.at)) report('curve', at, 'at');
}

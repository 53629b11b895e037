import type { FaultList } from './fault-list.js';
import { whyLeafIsImpossible } from './impossible-condition.js';
import type { Path } from '../definition/json-pointer.js';
import type { AnswerLeaf } from '../definition/looked-at.js';
import { placedOptions } from '../definition/parts.js';
import type { Question, QuestionKind } from '../definition/question.js';
import type { Found, Scope } from '../definition/scope.js';

const EVERY_KIND: readonly QuestionKind[] = [
  'yesNo',
  'single',
  'multiple',
  'number',
  'share',
  'matrix',
  'ranking',
  'file',
  'date',
  'text',
  'computed',
  'set',
];

/** The kinds of question each way of looking fits; see {@link Condition}. */
const FITS: Readonly<Record<AnswerLeaf['op'], readonly QuestionKind[]>> = {
  answered: EVERY_KIND,
  equals: ['yesNo', 'date', 'text'],
  oneOf: ['single', 'multiple', 'matrix'],
  rankedWithin: ['ranking'],
  atLeast: ['number', 'share', 'computed'],
  atMost: ['number', 'share', 'computed'],
};

/** A leaf looks at a question that exists, can be reached and is of a fitting kind, for a value that it can have. */
export function checkLeaf(leaf: AnswerLeaf, path: Path, scope: Scope, faults: FaultList): void {
  const found = scope.find(leaf.question);
  if (found.kind !== 'question') {
    reportUnfound(found, leaf.question, [...path, 'question'], faults);
    return;
  }
  const { question } = found;
  const misfit = whyLeafMisfits(leaf, question);
  if (misfit !== undefined) {
    faults.add({
      code: 'conditionMisfit',
      path,
      message: `“${leaf.op}” cannot look at “${question.code}”: ${misfit}.`,
      mend: `A ${question.kind} question can be looked at with ${opsFor(question.kind)}.`,
    });
    return;
  }
  if (leaf.op === 'oneOf' || leaf.op === 'rankedWithin') checkOptions(leaf, question, path, faults);
  const why = whyLeafIsImpossible(leaf, question);
  if (why !== undefined)
    faults.add({
      code: 'conditionImpossible',
      path,
      message: `This is never true of “${question.code}”: ${why}.`,
      mend: 'Look for a value that the question can have.',
    });
}

/** Says why a question cannot be looked at: it does not exist, or it stands in a set that this place is not in. */
export function reportUnfound(
  found: Exclude<Found, { readonly kind: 'question' }>,
  id: string,
  path: Path,
  faults: FaultList,
): void {
  if (found.kind === 'unknown')
    faults.add({
      code: 'unknownQuestion',
      path,
      message: `There is no question with the id “${id}”.`,
      mend: 'Name the id of a question of this version (its id, not its code).',
    });
  else
    faults.add({
      code: 'outOfReach',
      path,
      message: `“${found.question.code}” stands in the repeated set “${found.set.code}”: seen from here it has no one answer.`,
      mend: 'Look at it from within the set, or by a formula that takes sum, min, max or count over the set.',
    });
}

function whyLeafMisfits(leaf: AnswerLeaf, question: Question): string | undefined {
  if (!FITS[leaf.op].includes(question.kind)) return `it is a ${question.kind} question`;
  if (leaf.op === 'equals' && (question.kind === 'yesNo') !== (typeof leaf.value === 'boolean'))
    return question.kind === 'yesNo' ? 'its value is true or false' : 'its value is a text';
  if (leaf.op === 'oneOf' && question.kind === 'matrix' && leaf.row === undefined)
    return 'the row is missing';
  if (leaf.op === 'oneOf' && question.kind !== 'matrix' && leaf.row !== undefined) return 'it has no rows';
  return undefined;
}

function opsFor(kind: QuestionKind): string {
  const ops = Object.entries(FITS).filter(([, kinds]) => kinds.includes(kind));
  const row = kind === 'matrix' ? ' (with a row)' : '';
  return ops.map(([op]) => op).join(', ') + row;
}

function checkOptions(
  leaf: Extract<AnswerLeaf, { readonly op: 'oneOf' | 'rankedWithin' }>,
  question: Question,
  path: Path,
  faults: FaultList,
): void {
  const known = new Set(placedOptions(question).options.map((option) => option.id));
  for (const [at, id] of leaf.options.entries()) {
    if (known.has(id)) continue;
    faults.add({
      code: 'unknownOption',
      path: [...path, 'options', at],
      message: `“${question.code}” has no option with the id “${id}”.`,
      mend: 'Name the id of one of its options (its id, not its code).',
    });
  }
  if (leaf.op !== 'oneOf' || leaf.row === undefined || question.kind !== 'matrix') return;
  if (question.rows.some((row) => row.id === leaf.row)) return;
  faults.add({
    code: 'unknownRow',
    path: [...path, 'row'],
    message: `“${question.code}” has no row with the id “${leaf.row}”.`,
    mend: 'Name the id of one of its rows (its id, not its code).',
  });
}

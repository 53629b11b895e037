import { lookedAt, type Leaf } from './looked-at.js';
import type { Condition } from './condition.js';
import { orderByDependence } from './dependence.js';
import type { FaultList } from './fault-list.js';
import { contradictionIn, whyLeafIsImpossible } from './impossible-condition.js';
import type { Path } from './json-pointer.js';
import { placedConditions, placedOptions, type PlacedQuestion } from './parts.js';
import type { Question, QuestionKind } from './question.js';

/** The kinds of question each way of looking fits; see {@link Condition}. */
const FITS: Readonly<Record<Leaf['op'], readonly QuestionKind[]>> = {
  answered: ['yesNo', 'single', 'multiple', 'number', 'share', 'matrix', 'date', 'text'],
  equals: ['yesNo', 'date', 'text'],
  oneOf: ['single', 'multiple', 'matrix'],
  atLeast: ['number', 'share'],
  atMost: ['number', 'share'],
};

/** Conditions look at questions that exist, in a way that fits them, never in circles, and can come true. */
export function checkConditions(questions: readonly PlacedQuestion[], faults: FaultList): void {
  const byId = new Map(questions.map((placed) => [placed.question.id, placed]));
  const questionById = (id: string): Question | undefined => byId.get(id)?.question;
  for (const { question, path } of questions) {
    if (question.askedIf === undefined) continue;
    const here: Path = [...path, 'askedIf'];
    const before = faults.faults.length;
    for (const placed of placedConditions(question.askedIf, here)) {
      if (isLeaf(placed.condition)) checkLeaf(placed.condition, placed.path, questionById, faults);
    }
    if (faults.faults.length > before) continue;
    const about = contradictionIn(question.askedIf, questionById);
    if (about !== undefined)
      faults.add({
        code: 'conditionImpossible',
        path: here,
        message: `“${question.code}” is never asked: its condition contradicts itself about “${questionById(about)?.code ?? about}”.`,
        mend: 'Use any instead of all, or remove one of the two parts.',
      });
  }
  checkCircles(questions, faults);
}

function checkCircles(questions: readonly PlacedQuestion[], faults: FaultList): void {
  const byId = new Map(questions.map((placed) => [placed.question.id, placed]));
  const order = orderByDependence(questions, ({ question }) =>
    lookedAt(question.askedIf).flatMap((id) => byId.get(id) ?? []),
  );
  const first = order.ok ? undefined : order.circle[0];
  if (order.ok || first === undefined) return;
  const codes = [...order.circle, first].map(({ question }) => question.code);
  faults.add({
    code: 'conditionCircular',
    path: [...first.path, 'askedIf'],
    message: `The conditions go in a circle: ${codes.join(' → ')}.`,
    mend: 'Let one of these questions be asked without looking at the next.',
  });
}

function isLeaf(condition: Condition): condition is Leaf {
  return condition.op !== 'all' && condition.op !== 'any' && condition.op !== 'not';
}

function checkLeaf(
  leaf: Leaf,
  path: Path,
  questionById: (id: string) => Question | undefined,
  faults: FaultList,
): void {
  const question = questionById(leaf.question);
  if (question === undefined) {
    faults.add({
      code: 'unknownQuestion',
      path: [...path, 'question'],
      message: `There is no question with the id “${leaf.question}”.`,
      mend: 'Name the id of a question of this version (its id, not its code).',
    });
    return;
  }
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
  if (leaf.op === 'oneOf') checkOneOf(leaf, question, path, faults);
  const why = whyLeafIsImpossible(leaf, question);
  if (why !== undefined)
    faults.add({
      code: 'conditionImpossible',
      path,
      message: `This is never true of “${question.code}”: ${why}.`,
      mend: 'Look for a value that the question can have.',
    });
}

function whyLeafMisfits(leaf: Leaf, question: Question): string | undefined {
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

function checkOneOf(
  leaf: Extract<Leaf, { op: 'oneOf' }>,
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
  if (leaf.row === undefined || question.kind !== 'matrix') return;
  if (question.rows.some((row) => row.id === leaf.row)) return;
  faults.add({
    code: 'unknownRow',
    path: [...path, 'row'],
    message: `“${question.code}” has no row with the id “${leaf.row}”.`,
    mend: 'Name the id of one of its rows (its id, not its code).',
  });
}

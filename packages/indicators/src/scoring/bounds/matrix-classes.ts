import { toThousandths } from '../../definition/thousandths.js';
import type { Leaf } from '../../definition/looked-at.js';
import type { QuestionOf } from '../../definition/question.js';
import { ClassList, type AnswerClass } from './class-list.js';

/** The most classes that are told apart. */
const CLASSES_MAXIMUM = 4096;

/** The classes of all answers to a matrix: its rows are free of each other. */
export function matrixClasses(
  question: QuestionOf<'matrix'>,
  leaves: readonly Leaf[],
): readonly AnswerClass[] | undefined {
  let classes: readonly AnswerClass[] = [
    { holds: leaves.map(({ op }) => op === 'answered'), least: 0, most: 0 },
  ];
  for (const row of question.rows) {
    const ofRow = new ClassList();
    for (const { id, points } of question.columns) {
      const worth = toThousandths(points ?? 0);
      const holds = leaves.map(
        (leaf) => leaf.op === 'oneOf' && leaf.row === row.id && leaf.options.includes(id),
      );
      ofRow.add(holds, worth, worth);
    }
    const next = new ClassList();
    for (const before of classes)
      for (const each of ofRow.all)
        next.add(
          before.holds.map((holds, at) => holds || each.holds[at] === true),
          before.least + each.least,
          before.most + each.most,
        );
    classes = next.all;
    if (classes.length > CLASSES_MAXIMUM) return undefined;
  }
  return classes;
}

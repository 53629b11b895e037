import type { FaultList } from './fault-list.js';
import type { Path } from '../definition/json-pointer.js';
import type { PlacedQuestion } from '../definition/parts.js';
import type { Question } from '../definition/question.js';

/** What is said about asking (required, not applicable, evidence, data quality) fits what kind of question it is. */
export function checkAsking(questions: readonly PlacedQuestion[], faults: FaultList): void {
  for (const { question, path } of questions) {
    if (question.kind === 'computed') checkComputed(question, path, faults);
    if (question.kind === 'set' && question.evidence !== undefined)
      faults.add({
        code: 'evidenceMisplaced',
        path: [...path, 'evidence'],
        message: `“${question.code}” is a list of things: what supports it belongs to the questions within.`,
        mend: 'Move “evidence” to a question of the set.',
      });
    if (question.quality !== undefined && question.kind !== 'number' && question.kind !== 'share')
      faults.add({
        code: 'qualityMisplaced',
        path: [...path, 'quality'],
        message: `“${question.code}” is a ${question.kind} question: there is no figure whose quality could be told.`,
        mend: 'Remove “quality”.',
      });
    if (question.evidence?.need === 'none' && Object.keys(question.evidence).length > 1)
      faults.add({
        code: 'evidenceMisplaced',
        path: [...path, 'evidence'],
        message: `“${question.code}” asks for no evidence, yet says which.`,
        mend: 'Say “welcome” or “required”, or remove the rest.',
      });
  }
}

function checkComputed(question: Question, path: Path, faults: FaultList): void {
  const said = [
    ...(question.required ? (['required'] as const) : []),
    ...(question.mayNotApply === true ? (['mayNotApply'] as const) : []),
    ...(question.evidence === undefined ? [] : (['evidence'] as const)),
  ];
  for (const key of said)
    faults.add({
      code: 'nobodyAnswers',
      path: [...path, key],
      message: `“${question.code}” is calculated: nobody answers it, so “${key}” means nothing.`,
      mend: key === 'required' ? 'Set it to false.' : 'Remove it.',
    });
}

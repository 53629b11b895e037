import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../test/runs.js';
import { checkQuestionnaire } from '../checks/check-questionnaire.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { jsonPointer } from '../definition/json-pointer.js';
import { placedQuestions } from '../definition/parts.js';
import { arbitraryQuestionnaire, titlesFor } from '../definition/questionnaire.arbitrary.js';
import { placeOf } from './place.js';
import { arbitraryAnswers } from './answers.arbitrary.js';
import { visibleQuestions } from './visible-questions.js';

describe('random questionnaires', () => {
  test('have no fault but, at times, a condition that contradicts itself', () => {
    fc.assert(
      fc.property(arbitraryQuestionnaire(), (questionnaire) => {
        const check = checkQuestionnaire(questionnaire, titlesFor(questionnaire));
        const faults = check.ok ? [] : check.faults.filter((fault) => fault.severity === 'error');
        expect(faults.filter((fault) => fault.code !== 'conditionImpossible')).toEqual([]);
      }),
      runs(300),
    );
  });

  test('never ask a question whose condition the checks call impossible', () => {
    let called = 0;
    const withAnswers = arbitraryQuestionnaire().chain((questionnaire) =>
      fc.tuple(
        fc.constant(questionnaire),
        fc.array(arbitraryAnswers(questionnaire), { minLength: 5, maxLength: 5 }),
      ),
    );
    fc.assert(
      fc.property(withAnswers, ([questionnaire, trials]) => {
        const check = checkQuestionnaire(questionnaire, titlesFor(questionnaire));
        const impossible = check.ok ? [] : check.faults.filter(({ code }) => code === 'conditionImpossible');
        const compiled = compileQuestionnaire(questionnaire);
        const never = placedQuestions(questionnaire).filter(({ path }) =>
          impossible.some(({ pointer }) => pointer === jsonPointer([...path, 'askedIf'])),
        );
        called += never.length;
        for (const answers of trials) {
          const shown = [...visibleQuestions(compiled, answers)].map((address) => placeOf(address).question);
          for (const { question } of never) expect(shown).not.toContain(question.id);
        }
      }),
      runs(300, 40),
    );
    expect(called).toBeGreaterThan(0);
  });
});

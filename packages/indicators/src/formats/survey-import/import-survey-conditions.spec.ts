import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../../test/kilim-property.js';
import { addressOf, placeOf } from '../../answers/place.js';
import type { Answers } from '../../answers/answer.js';
import { arbitraryAnswers } from '../../answers/answers.arbitrary.js';
import { visibleQuestions } from '../../answers/visible-questions.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import { given } from '../../definition/given.arbitrary.js';
import { placedQuestions } from '../../definition/parts.js';
import type { Question } from '../../definition/question.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import { arbitraryQuestionnaire, titlesFor } from '../../definition/questionnaire.arbitrary.js';
import { givenVersion } from '../../versions/given-version.arbitrary.js';
import { readCodedAnswers } from '../coded-answers.js';
import { elements, read, surveyOf } from './survey.arbitrary.js';

describe('a condition that was written for SurveyJS', () => {
  test('shows the same questions here, wherever it can be said', () => {
    let compared = 0;
    fc.assert(
      fc.property(withAnswers(4), ([questionnaire, trials]) => {
        const survey = surveyOf({ questionnaire, source: titlesFor(questionnaire), translations: [] });
        const { content, losses } = read({ ...survey, kilim: undefined });
        if (losses.some(({ why }) => why.includes('can not be said')) || hasExclusive(questionnaire)) return;
        compared += 1;
        const [ours, theirs] = [questionnaire, content.questionnaire].map(compileQuestionnaire);
        if (!ours || !theirs) throw new Error('nothing to compare');
        for (const answers of trials) {
          const coded = readCodedAnswers(theirs, valuesOf(answers));
          if (!coded.ok) throw new Error(coded.unknown.join(', '));
          const shown = [...visibleQuestions(theirs, coded.answers)].map((address) => {
            const { question, instance } = placeOf(address);
            return addressOf(theirs.byId.get(question)?.question.code ?? '', instance);
          });
          expect(shown).toEqual([...visibleQuestions(ours, answers)]);
        }
      }),
      runs(50),
    );
    expect(compared).toBeGreaterThan(0);
  });

  const looked = { type: 'text', name: 'city', inputType: 'number' };
  const conditionOf = (visibleIf: string) => {
    const { questions, losses } = elements(looked, { type: 'comment', name: 'why', visibleIf });
    return questions[1]?.askedIf ?? losses.find(({ place }) => place === '/elements/1/visibleIf')?.why;
  };

  test.each([
    ['{city} notempty', { op: 'answered', question: 'new-2' }],
    ['{city} >= 3', { op: 'atLeast', question: 'new-2', value: 3 }],
    ['{gone} = 1', 'This can not be said here: “gone” is no question that it can look at.'],
    ["today() > '2020'", 'This can not be said here: the function “today” is not known.'],
    ['{city} > ', 'This can not be said here: its end stands where a value is expected.'],
    [
      '('.repeat(40) + '{city}' + ')'.repeat(40),
      'This can not be said here: it is nested deeper than 32 levels.',
    ],
    [
      '{city} = 1 or '.repeat(400) + '{city} = 2',
      'This can not be said here: it is longer than 4096 characters.',
    ],
  ])('is said or listed: %s', (visibleIf, said) => {
    expect(conditionOf(visibleIf)).toEqual(said);
  });

  /** A set whose questions are looked at from outside by what is calculated in each of its panels. */
  const takenOverSet = givenVersion([
    given.set({ id: 'q-places' }),
    given.text({
      id: 'q-why',
      askedIf: {
        op: 'compare',
        left: { op: 'min', over: 'q-places', of: [{ op: 'number', value: 0.5 }] },
        relation: 'atLeast',
        right: { op: 'number', value: 0.5 },
      },
    }),
  ]);
  const codesWithin = (questions: readonly Question[]) =>
    questions.flatMap((each) => (each.kind === 'set' ? each.questions.map(({ code }) => code) : []));

  test('that takes the least of a number over a set adds no question to the set', () => {
    const { content, losses } = read({ ...surveyOf(takenOverSet), kilim: undefined });
    const questions = content.questionnaire.sections[0]?.questions ?? [];
    const [set, why] = questions;
    expect(codesWithin(questions)).toEqual(['q-open', 'q-visits']);
    expect(why?.askedIf).toMatchObject({
      of: [
        { left: { op: 'count', over: set?.id, of: [{ op: 'number', value: 0.5 }] } },
        { left: { of: [{ op: 'min', over: set?.id, of: [{ op: 'number', value: 0.5 }] }] } },
      ],
    });
    expect(losses.filter(({ what }) => what === 'visible' || what.startsWith('part_'))).toEqual([]);
  });

  test('that was changed in a set of ours leaves what we calculate there out of sight', () => {
    const survey = surveyOf(takenOverSet) as { pages: { elements: { templateElements: unknown[] }[] }[] };
    survey.pages[0]?.elements[0]?.templateElements.push({ type: 'comment', name: 'new' });
    const { content, losses } = read(survey);
    const questions = content.questionnaire.sections[0]?.questions ?? [];
    expect(codesWithin(questions)).toEqual([
      ...codesWithin(takenOverSet.questionnaire.sections[0]?.questions ?? []),
      'new',
    ]);
    expect(questions[1]).toEqual(takenOverSet.questionnaire.sections[0]?.questions[1]);
    expect(losses).toEqual([]);
  });

  test('of a page or panel stands at each of its questions', () => {
    const panel = {
      type: 'panel',
      name: 'p',
      visibleIf: '{city} >= 2',
      elements: [{ type: 'comment', name: 'b' }],
    };
    const page = { name: 'second', visibleIf: '{city} notempty', elements: [panel] };
    const { content } = read({ pages: [{ name: 'first', elements: [looked] }, page] });
    expect(content.questionnaire.sections[1]?.questions[0]?.askedIf).toMatchObject({
      op: 'all',
      of: [{ op: 'answered' }, { op: 'atLeast', value: 2 }],
    });
  });
});

/** SurveyJS does not know that an option may stand alone: where there is a least number, that one answer is none. */
function hasExclusive(questionnaire: Questionnaire): boolean {
  return placedQuestions(questionnaire).some(
    ({ question }) =>
      question.kind === 'multiple' &&
      question.minimum !== undefined &&
      question.options.some(({ exclusive }) => exclusive === true),
  );
}

function withAnswers(trials: number) {
  return arbitraryQuestionnaire().chain((questionnaire) =>
    fc.tuple(
      fc.constant(questionnaire),
      fc.array(arbitraryAnswers(questionnaire), { minLength: trials, maxLength: trials }),
    ),
  );
}

/** Values by address; what does not apply has none in SurveyJS. */
function valuesOf(answers: Answers) {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([address, answer]) =>
      answer.kind === 'value' ? [[address, answer.value]] : [],
    ),
  );
}

/** As many runs as are asked for, or so many. */
function runs(few: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env['KILIM_RUNS'] ?? few) };
}

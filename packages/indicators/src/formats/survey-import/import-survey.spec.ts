import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Model, Serializer } from 'survey-core';
import '../../../test/kilim-property.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import { givenVersion } from '../../versions/given-version.arbitrary.js';
import { importSurveyJson } from './import-survey.js';
import { arbitraryTexts, newIds, read, surveyOf } from './survey.arbitrary.js';

describe('a survey that was exported from here', () => {
  test('comes back as it was, whatever the version, with the texts of all languages', () => {
    fc.assert(
      fc.property(arbitraryTexts(), (version) => {
        expect(importSurveyJson(surveyOf(version), newIds())).toEqual({
          ok: true,
          content: { ...version, accepted: [] },
          losses: [],
        });
      }),
      runs(40),
    );
  });

  test('loses nothing when it is changed elsewhere in something that we do not have', () => {
    fc.assert(
      fc.property(arbitraryTexts(), (version) => {
        const outcome = read({ ...surveyOf(version), widthMode: 'static' });
        expect(outcome.content).toEqual({ ...version, accepted: [] });
        expect(outcome.losses.map(({ place }) => place)).toEqual(['/widthMode']);
      }),
      runs(20),
    );
  });

  const version = givenVersion([
    given.yesNo(),
    given.single({ askedIf: { op: 'equals', question: 'q-yes-no', value: true } }),
  ]);
  const changed = (change: (element: Record<string, unknown>) => void) => {
    const survey = surveyOf(version) as { pages: { elements: Record<string, unknown>[] }[] };
    const element = survey.pages[0]?.elements[1];
    if (element) change(element);
    return read(survey).content;
  };

  test('takes over words that were changed in SurveyJS, and keeps points and conditions', () => {
    const content = changed((element) => (element['title'] = { default: 'Which one?', pl: 'Które?' }));
    expect(content.questionnaire).toEqual(version.questionnaire);
    expect(content.source.texts['q-single.title']).toBe('Which one?');
    expect(content.translations).toMatchObject([
      { language: 'pl', texts: { 'q-single.title': { text: 'Które?' } } },
    ]);
  });

  test('takes over a choice and a condition that were changed in SurveyJS, and keeps the points of the others', () => {
    const content = changed((element) => {
      element['choices'] = ['opt-high', { value: 'middle', text: 'In between' }];
      element['visibleIf'] = '{q-yes-no} = false';
    });
    expect(content.questionnaire.sections[0]?.questions[1]).toEqual({
      ...given.single(),
      askedIf: { op: 'equals', question: 'q-yes-no', value: false },
      options: [
        { id: 'opt-high', code: 'high', points: 3 },
        { id: 'new-1', code: 'middle' },
      ],
    });
    expect(content.source.texts['new-1.title']).toBe('In between');
    expect(content.source.texts).not.toHaveProperty(['opt-low.title']);
  });

  test('says so when our part of it can not be used, and reads the rest', () => {
    const survey = surveyOf(version);
    const { content, losses } = read({ ...survey, kilim: { format: 1, questionnaire: {} } });
    expect(content.questionnaire.sections[0]?.questions).toHaveLength(2);
    expect(losses[0]).toMatchObject({ place: '/kilim/questionnaire/format', what: 'kilim' });
  });

  test('runs in survey-core, which passes over our part', () => {
    // As whoever knows nothing of us has it.
    Serializer.removeProperty('survey', 'kilim');
    const model = new Model(surveyOf(version));
    Serializer.addProperty('survey', 'kilim');
    expect(model.jsonErrors.map(({ type }) => type)).toEqual(['unknownproperty']);
    expect(model.getAllQuestions().map(({ name }) => name)).toEqual(['q-yes-no', 'q-single']);
    model.dispose();
  });
});

test('a survey that was opened and saved by survey-core comes back with all that is ours', () => {
  const version = givenVersion(
    Object.values(given).flatMap((make) =>
      make === given.questionnaire ? [] : [(make as () => Question)()],
    ),
  );
  const model = new Model(surveyOf(version));
  const { content, losses } = read(model.toJSON());
  model.dispose();
  expect(content).toEqual({ ...version, accepted: [] });
  expect(losses).toEqual([]);
});

/** As many runs as are asked for, or so many. */
function runs(few: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env['KILIM_RUNS'] ?? few) };
}

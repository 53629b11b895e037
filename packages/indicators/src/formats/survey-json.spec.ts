import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Model } from 'survey-core';
import '../../test/kilim-property.js';
import { checkQuestionnaire } from '../checks/check-questionnaire.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { given } from '../definition/given.arbitrary.js';
import { titlesFor } from '../definition/questionnaire.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { SourceTexts, TranslatedTexts } from '../definition/texts.js';
import { fromSurveyValue, readTypedNumber, toSurveyValue } from './survey-answer.js';
import { exportSurveyJson } from './survey-export.js';
import { EXPRESSION_MAXIMUM, plainDecimal } from './survey-reference.js';
import { sectionSurveyJson } from './survey-json.js';

const folder = join(import.meta.dirname, '../../catalogue/intercultural/2026.1');
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const check = checkQuestionnaire(read('questionnaire.json'), read('texts.en.json'), [read('texts.pl.json')]);
if (!check.ok) throw new Error('the catalogue has faults');
const compiled = compileQuestionnaire(check.questionnaire);

/** All keys that stand anywhere in a document. */
function keysOf(json: unknown): Set<string> {
  if (typeof json !== 'object' || json === null) return new Set();
  return new Set(Object.entries(json).flatMap(([key, value]) => [key, ...keysOf(value)]));
}

describe('a section for the form', () => {
  test('is read by survey-core without an error, for every section of the catalogue', () => {
    for (const { id, questions } of check.questionnaire.sections) {
      const model = new Model(sectionSurveyJson(compiled, id, check.source, check.translations));
      expect(model.jsonErrors ?? []).toEqual([]);
      expect(model.getAllQuestions().map(({ name }) => name)).toEqual(
        questions.map((question) => question.id),
      );
      model.dispose();
    }
  });

  test('decides nothing: no conditions, validators, required marks or HTML', () => {
    for (const { id } of check.questionnaire.sections) {
      const keys = keysOf(sectionSurveyJson(compiled, id, check.source, check.translations));
      for (const key of [
        'visibleIf',
        'enableIf',
        'requiredIf',
        'validators',
        'isRequired',
        'html',
        'expression',
      ])
        expect(keys).not.toContain(key);
    }
  });

  test('changes its language while it is shown', () => {
    const [section] = check.questionnaire.sections;
    const [question] = section?.questions ?? [];
    const key = `${question?.id ?? ''}.title`;
    const model = new Model(sectionSurveyJson(compiled, section?.id ?? '', check.source, check.translations));
    const shown = model.getQuestionByName(question?.id ?? '');
    expect(shown.title).toBe(check.source.texts[key]);
    model.locale = 'pl';
    expect(shown.title).toBe(check.translations[0]?.texts[key]?.text);
    model.locale = 'sv';
    expect(shown.title).toBe(check.source.texts[key]);
  });

  test('shows English where English is the translation, and the source where a translation is missing', () => {
    const one = compileQuestionnaire(
      given.questionnaire([given.text(), given.yesNo()], { sourceLanguage: 'pl' }),
    );
    const source: SourceTexts = {
      language: 'pl',
      texts: { 'q-text.title': 'Nazwa', 'q-yes-no.title': 'Czy?' },
    };
    const of = 'a'.repeat(64);
    const english: TranslatedTexts = { language: 'en', texts: { 'q-text.title': { text: 'Name', of } } };
    const german: TranslatedTexts = { language: 'de', texts: { 'q-yes-no.title': { text: 'Ob?', of } } };
    const model = new Model(sectionSurveyJson(one, 'sec-one', source, [english, german]));
    const titles = (locale: string) => {
      model.locale = locale;
      return ['q-text', 'q-yes-no'].map((name) => model.getQuestionByName(name).title);
    };
    expect(titles('pl')).toEqual(['Nazwa', 'Czy?']);
    expect(titles('en')).toEqual(['Name', 'Czy?']);
    expect(titles('de')).toEqual(['Nazwa', 'Ob?']);
  });

  test('has no element for what is answered in no control: files, calculations and sets', () => {
    const questions = [given.number(), given.share(), given.file(), given.computed(), given.set()];
    const all = compileQuestionnaire(given.questionnaire(questions));
    const model = new Model(sectionSurveyJson(all, 'sec-one', titlesFor(all.questionnaire), []));
    expect(model.getAllQuestions().map(({ name }) => name)).toEqual(['q-number', 'q-share']);
  });

  test('holds our values', () => {
    const questions = [
      given.yesNo(),
      given.single(),
      given.multiple(),
      given.matrix(),
      given.number(),
      given.date(),
      given.text(),
    ];
    const all = compileQuestionnaire(given.questionnaire(questions));
    const model = new Model(sectionSurveyJson(all, 'sec-one', titlesFor(all.questionnaire), []));
    const values = {
      'q-yes-no': false,
      'q-single': 'opt-low',
      'q-multiple': ['opt-two', 'opt-one'],
      'q-matrix': { 'row-one': 'col-no', 'row-two': 'col-yes' },
      'q-number': '120 000,5',
      'q-date': '2024-02-29',
      'q-text': 'words',
    };
    model.data = values;
    expect(model.data).toEqual(values);
  });
});

describe('values between the form and us', () => {
  test.each<[Question, unknown, unknown]>([
    [given.number(), '7', 7],
    [given.number(), '', undefined],
    [given.share(), '31,2', 31.2],
    [given.share(), 'about a third', 'about a third'],
    [given.yesNo(), false, false],
    [given.multiple(), [], undefined],
    [given.multiple(), ['opt-one'], ['opt-one']],
    [given.matrix(), {}, undefined],
    [given.matrix(), { 'row-one': 'col-no' }, { 'row-one': 'col-no' }],
    [given.text(), '7', '7'],
    [given.text(), undefined, undefined],
  ])('%# are read as they are meant', (question, held, expected) => {
    expect(fromSurveyValue(question, held)).toEqual(expected);
  });

  test('a number stands in the form as text', () => {
    expect(toSurveyValue(given.share(), 31.2)).toBe('31.2');
    expect(toSurveyValue(given.share(), 31.2, ',')).toBe('31,2');
    expect(toSurveyValue(given.share(), 'about a third')).toBe('about a third');
    expect(toSurveyValue(given.yesNo(), true)).toBe(true);
  });

  test.each<[string, number | string]>([
    ['31.2', 31.2],
    [' 31,25 ', 31.25],
    ['120 000', 120_000],
    ['1 234 567,5', 1_234_567.5],
    ['120\u00a0000', 120_000],
    ['-5', -5],
    ['−5', -5],
    ['0,125', 0.125],
    ['1234.567', 1234.567],
    ['1,234', '1,234'],
    ['1.234', '1.234'],
    ['1,234,567', '1,234,567'],
    ['12 34', '12 34'],
    ['1e3', '1e3'],
    ['31.2 %', '31.2 %'],
    ['0x10', '0x10'],
    ['9'.repeat(400), '9'.repeat(400)],
    ['', ''],
  ])('typed “%s” is %p: nothing is guessed', (typed, expected) => {
    expect(readTypedNumber(typed)).toBe(expected);
  });
});

describe('the export', () => {
  test('of the catalogue is read by survey-core without an error', () => {
    const { survey } = exportSurveyJson(compiled, check.source, check.translations);
    const model = new Model(survey);
    expect(model.jsonErrors ?? []).toEqual([]);
    expect(model.getAllQuestions().length).toBe(compiled.questions.length);
  });

  test('tells what is lost, and where', () => {
    const questions = [
      given.multiple(),
      given.text(),
      given.date({ askedIf: { op: 'equals', question: 'q-text', value: 'Yes' } }),
      given.number({ minimum: 0 }),
    ];
    const { losses } = exportSurveyJson(
      compileQuestionnaire(given.questionnaire(questions)),
      titlesFor(given.questionnaire(questions)),
      [],
    );
    expect(losses.map(({ what, pointer }) => `${what} ${pointer}`)).toEqual([
      'areas ',
      'notApplicable ',
      'faultyAnswers ',
      'scoring /sections/0/questions/0',
      'exclusive /sections/0/questions/0/options/2',
      'exactText /sections/0/questions/2/askedIf',
      'decimals /sections/0/questions/3/decimals',
    ]);
  });

  test('gives a condition up before it grows beyond what survey-core can read', () => {
    const questions = Array.from({ length: 14 }, (_, at): Question =>
      given.yesNo({
        id: `q-${String(at)}`,
        code: `Q.${String(at)}`,
        // Each looks twice at the one before it, so that the text doubles every time.
        ...(at > 0 && {
          askedIf: {
            op: 'any',
            of: [true, false].map((value) => ({ op: 'equals', question: `q-${String(at - 1)}`, value })),
          },
        }),
      }),
    );
    const questionnaire = given.questionnaire(questions);
    const { survey, losses } = exportSurveyJson(
      compileQuestionnaire(questionnaire),
      titlesFor(questionnaire),
      [],
    );
    const lost = losses.filter(({ what }) => what === 'condition');
    expect(lost.length).toBeGreaterThan(0);
    const model = new Model(survey);
    const written = model.getAllQuestions().map(({ visibleIf }) => (visibleIf ?? '').length);
    expect(Math.max(...written)).toBeLessThanOrEqual(EXPRESSION_MAXIMUM);
    model.data = { 'q-0': true };
    expect(model.getQuestionByName('q-1').isVisible).toBe(true);
    expect(model.getQuestionByName('q-2').isVisible).toBe(false);
  });

  test.each([
    [1e-7, '0.0000001'],
    [-1.5e-7, '-0.00000015'],
    [1e21, '1000000000000000000000'],
    [1.5e21, '1500000000000000000000'],
    [-5, '-5'],
    [0.25, '0.25'],
  ])('writes %d without an exponent', (value, text) => {
    expect(plainDecimal(value)).toBe(text);
  });
});

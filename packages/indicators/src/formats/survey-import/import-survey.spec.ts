import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Model, Serializer } from 'survey-core';
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
import { LOSSES_MAXIMUM } from '../losses.js';
import { importSurveyJson, type SurveyImport } from './import-survey.js';
import { arbitraryTexts, newIds, surveyOf } from './survey.arbitrary.js';

function read(json: unknown): Extract<SurveyImport, { ok: true }> {
  const outcome = importSurveyJson(json, newIds());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome;
}

/** The questions of a survey that has these elements, and what was lost. */
function elements(...listed: readonly unknown[]) {
  const { content, losses } = read({ elements: listed });
  const questions = content.questionnaire.sections.flatMap((section) => section.questions);
  return { questions, losses, texts: content.source.texts };
}

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

describe('a survey from elsewhere', () => {
  test.each([
    [
      { type: 'radiogroup', choices: ['a', { value: 2, text: 'B' }] },
      { kind: 'single', options: [{ code: 'a' }, { code: '2' }] },
    ],
    [
      { type: 'dropdown', choices: ['a', 'b'], showNoneItem: true },
      { kind: 'single', options: [{}, {}, { code: 'none' }] },
    ],
    [
      { type: 'checkbox', choices: ['a', 'b'], hasNone: true, maxSelectedChoices: 1 },
      { kind: 'multiple', maximum: 1, options: [{}, {}, { exclusive: true }] },
    ],
    [
      { type: 'tagbox', choices: ['a', 'b'], validators: [{ type: 'answercount', minCount: 2 }] },
      { kind: 'multiple', minimum: 2 },
    ],
    [{ type: 'imagepicker', multiSelect: true, choices: ['a', 'b'] }, { kind: 'multiple' }],
    [{ type: 'radiogroup', choices: [{ value: true }, { value: false }] }, { kind: 'yesNo' }],
    [
      { type: 'boolean', isRequired: true },
      { kind: 'yesNo', required: true },
    ],
    [
      { type: 'rating', rateMax: 3 },
      { kind: 'single', options: [{ code: '1' }, { code: '2' }, { code: '3' }] },
    ],
    [{ type: 'text' }, { kind: 'text' }],
    [
      { type: 'text', inputType: 'number', min: 0, max: '10', step: 0.01 },
      { kind: 'number', minimum: 0, maximum: 10, decimals: 2 },
    ],
    [{ type: 'text', inputType: 'date' }, { kind: 'date' }],
    [
      { type: 'comment', maxLength: 20 },
      { kind: 'text', maxLength: 20 },
    ],
    [
      { type: 'slider', step: 5 },
      { kind: 'number', minimum: 0, maximum: 100, decimals: 0 },
    ],
    [
      { type: 'file', allowMultiple: true, maxFiles: 3 },
      { kind: 'file', maximum: 3 },
    ],
    [
      {
        type: 'ranking',
        choices: ['a', 'b', 'c'],
        selectToRankEnabled: true,
        minSelectedChoices: 2,
        maxSelectedChoices: 2,
      },
      { kind: 'ranking', ranked: 2 },
    ],
    [
      { type: 'matrix', columns: [1, 2], rows: ['x'], isAllRowRequired: true },
      { kind: 'matrix', required: true, rows: [{ code: 'x' }] },
    ],
    [
      { type: 'matrixdropdown', choices: ['a', 'b'], columns: [{ name: 'c' }], rows: ['x'] },
      { kind: 'matrix', columns: [{ code: 'a' }, { code: 'b' }] },
    ],
    [
      { type: 'matrixdynamic', columns: [{ name: 'c', cellType: 'text' }], maxRowCount: 4 },
      { kind: 'set', maximum: 4, questions: [{ kind: 'text' }] },
    ],
    [
      { type: 'paneldynamic', minPanelCount: 1, templateElements: [{ type: 'boolean', name: 'open' }] },
      { kind: 'set', minimum: 1, questions: [{ kind: 'yesNo' }] },
    ],
    [
      { type: 'multipletext', items: [{ name: 'one', inputType: 'number' }] },
      { kind: 'number', code: 'q.one' },
    ],
    [
      { type: 'expression', expression: '1 + 2', maximumFractionDigits: 1 },
      { kind: 'computed', decimals: 1, formula: { op: 'add' } },
    ],
  ])('has a question for %j', (element, question) => {
    expect(elements({ name: 'q', ...element }).questions).toMatchObject([question]);
  });

  test('takes words in all languages, and says whose words stand for missing ones', () => {
    const title = { default: 'Name', 'pt-br': 'Nome', x1: '?' };
    const { content, losses } = read({
      locale: 'en',
      pages: [{ name: 'p', elements: [{ type: 'text', name: 'q', title, description: { pl: 'Pomoc' } }] }],
    });
    expect(content.source).toMatchObject({
      language: 'en',
      texts: { 'new-2.title': 'Name', 'new-2.help': 'Pomoc' },
    });
    expect(content.translations.map(({ language }) => language)).toEqual(['pt-BR', 'pl']);
    expect(losses.map(({ place }) => place)).toEqual([
      '/pages/0/elements/0/title/x1',
      '/pages/0/elements/0/description',
    ]);
  });

  const product = { type: 'expression', name: 'cost', expression: '{panel.a} * {panel.b}', visible: false };
  const total = { type: 'expression', name: 'total', expression: "sumInArray({places}, 'cost')" };
  const added = (calculation: object, ...others: readonly object[]) => {
    const figures = ['a', 'b'].map((name) => ({ type: 'text', inputType: 'number', name }));
    const templateElements = [...figures, calculation, ...others];
    const { questions, losses } = elements({ type: 'paneldynamic', name: 'places', templateElements }, total);
    const [set, sum] = questions;
    const formula = JSON.stringify(sum?.kind === 'computed' && sum.formula);
    return {
      within: set?.kind === 'set' ? set.questions.map(({ code }) => code) : [],
      isMultiplied: formula.includes('multiply'),
      hidden: losses.filter(({ what }) => what === 'visible').map(({ place }) => place),
    };
  };
  const place = '/elements/0/templateElements/2/visible';

  test('calculates what it adds up out of sight within the sum, and asks nothing for it', () => {
    expect(added(product)).toEqual({ within: ['a', 'b'], isMultiplied: true, hidden: [] });
    const shown = { type: 'comment', name: 'why', visibleIf: '{panel.cost} >= 3 and !({panel.cost} > 9)' };
    expect(added(product, shown)).toEqual({ within: ['a', 'b', 'why'], isMultiplied: true, hidden: [] });
  });

  test.each([
    ['has words', { ...product, title: 'Cost' }, {}, false],
    ['is looked at for having a value', product, { visibleIf: '{panel.cost} notempty' }, true],
    ['takes a sum itself', { ...product, expression: "sumInArray({places}, 'a')" }, {}, false],
  ])(
    'keeps as a question, and lists, a calculation out of sight that %s',
    (_, calculation, change, isMultiplied) => {
      const outcome = added(calculation, { type: 'comment', name: 'why', ...change });
      expect(outcome).toEqual({ within: ['a', 'b', 'cost', 'why'], isMultiplied, hidden: [place] });
    },
  );

  test('keeps as a question, and lists, a calculation out of sight that nothing looks at', () => {
    const { questions, losses } = elements({
      type: 'paneldynamic',
      name: 'places',
      maxPanelCount: 3,
      templateElements: [{ ...product, expression: '1 + 2' }],
    });
    expect(questions).toMatchObject([{ questions: [{ kind: 'computed', code: 'cost' }] }]);
    expect(losses.map(({ what }) => what)).toEqual(['visible']);
  });

  test('lists what has no place here, each with where and why', () => {
    const { losses } = elements(
      { type: 'html', name: 'intro', html: '<script>alert(1)</script>' },
      { type: 'signaturepad', name: 's' },
      { type: 'dropdown', name: 'd', choicesByUrl: { url: 'https://example.org' }, defaultValue: 1 },
      { type: 'text', name: 't', validators: [{ type: 'regex', regex: '^(a+)+$' }] },
      'nonsense',
    );
    expect(losses.map(({ place }) => place)).toEqual([
      '/elements/0',
      '/elements/1',
      '/elements/2/choicesByUrl',
      '/elements/2/defaultValue',
      '/elements/3/validators/0',
      '/elements/4',
    ]);
    for (const { what, why } of losses) expect(Math.min(what.length, why.length)).toBeGreaterThan(2);
  });

  test('knows every property that survey-core 2.5 has, of every type', () => {
    const types = Serializer.getChildrenClasses('question', true).map(({ name }) => name);
    const unknown = types.flatMap((type) => {
      const names = Serializer.getProperties(type).map(({ name }) => name);
      // A number: no property that is carried over takes 7.5, so that each is either carried over or explained.
      const element = Object.fromEntries(names.map((name) => [name, 7.5]));
      const { losses } = elements({ ...element, choices: ['a', 'b'], name: 'q', type });
      return losses.filter(({ why }) => why === 'It is not known here.').map(({ what }) => `${type}.${what}`);
    });
    const survey = Object.fromEntries(Serializer.getProperties('survey').map(({ name }) => [name, 7.5]));
    const { losses } = read({ ...survey, pages: [] });
    expect(unknown).toEqual([]);
    expect(losses.filter(({ why }) => why === 'It is not known here.')).toEqual([]);
  });
});

describe('a hostile survey', () => {
  const nested = (depth: number): unknown =>
    depth === 0 ? [] : [{ type: 'panel', name: 'p', elements: nested(depth - 1) }];

  test.each([
    ['panels in panels', { elements: nested(2000) }, 'tooDeep'],
    ['a prototype', JSON.parse('{ "elements": [], "__proto__": { "polluted": true } }'), 'unknownKey'],
    ['a list', [], 'wrongType'],
    ['nothing', null, 'wrongType'],
  ])('of %s is refused with the place', (_, json, code) => {
    expect(importSurveyJson(json, newIds())).toMatchObject({ ok: false, faults: [{ code }] });
    expect({}).not.toHaveProperty('polluted');
  });

  test('of 200,000 questions is refused before anything is made of it', () => {
    const elements = Array.from({ length: 200_000 }, () => ({ type: 'text' }));
    let made = 0;
    const newId = () => `id-${String((made += 1))}`;
    expect(importSurveyJson({ elements }, newId)).toMatchObject({
      ok: false,
      faults: [{ code: 'tooLarge' }],
    });
    expect(made).toBe(0);
  });

  test('that contains itself is refused', () => {
    const survey: Record<string, unknown> = {};
    survey['elements'] = [survey];
    expect(importSurveyJson(survey, newIds())).toMatchObject({ ok: false });
  });

  test('of boundless numbers and lists is cut to what a questionnaire holds, and says so', () => {
    const choices = Array.from({ length: 10_000 }, (_, at) => ({ value: at, hostile: 1 }));
    const { questions, losses } = elements(
      { type: 'dropdown', name: 'd', choicesMin: 1, choicesMax: 1e8 },
      { type: 'rating', name: 'r', rateMax: 1e308 },
      { type: 'checkbox', name: 'c', choices },
      ...Array.from({ length: 2000 }, () => ({ type: 'imagemap' })),
    );
    expect(questions.map((question) => 'options' in question && question.options.length)).toEqual([
      0, 300, 300,
    ]);
    expect(losses).toHaveLength(LOSSES_MAXIMUM + 1);
  });

  test('leads nowhere: addresses and scripts are listed, never kept', () => {
    const { content, losses } = read({
      navigateToUrl: 'javascript:alert(1)',
      elements: [{ type: 'image', name: 'i', imageLink: 'javascript:alert(2)' }],
    });
    expect(JSON.stringify(content)).not.toContain('javascript');
    expect(losses.map(({ place }) => place)).toEqual(['/elements/0', '/navigateToUrl']);
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

import { describe, expect, test } from '@jest/globals';
import { Serializer } from 'survey-core';
import { LOSSES_MAXIMUM } from '../losses.js';
import { importSurveyJson } from './import-survey.js';
import { elements, newIds, read } from './survey.arbitrary.js';

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

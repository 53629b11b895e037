import { describe, expect, test } from '@jest/globals';
import { orderByDependence } from './dependence.js';
import { compileQuestionnaire } from './compile-questionnaire.js';
import { given } from './given.arbitrary.js';
import { staleTranslations } from './stale-translations.js';

describe('compiling', () => {
  const compiled = compileQuestionnaire(
    given.questionnaire([
      given.text({ askedIf: { op: 'answered', question: 'q-yes-no' } }),
      given.yesNo({ weight: 2.5 }),
    ]),
  );

  test('keeps the order of the form and finds one in which conditions can be evaluated', () => {
    expect(compiled.questions.map(({ question }) => question.id)).toEqual(['q-text', 'q-yes-no']);
    expect(compiled.evaluationOrder.map(({ question }) => question.id)).toEqual(['q-yes-no', 'q-text']);
  });

  test('knows who looks at whom', () => {
    expect(compiled.byId.get('q-text')?.looksAt).toEqual(['q-yes-no']);
    expect(compiled.byId.get('q-yes-no')?.lookedAtBy).toEqual(['q-text']);
  });

  test('counts points and weights in whole thousandths', () => {
    expect(compiled.byId.get('q-yes-no')?.scoring).toMatchObject({
      weight: 2500,
      attainable: 2000,
      least: 0,
    });
    expect(compiled.byId.get('q-text')).not.toHaveProperty('scoring');
  });
});

describe('ordering by dependence', () => {
  test('follows a chain of 100,000', () => {
    const keys = Array.from({ length: 100_000 }, (_, at) => at);
    const order = orderByDependence(keys, (key) => (key + 1 < keys.length ? [key + 1] : []));
    expect(order.ok && order.order[0]).toBe(99_999);
  });

  test('names a circle and nothing but the circle', () => {
    const below: Readonly<Record<string, readonly string[]>> = { a: ['b'], b: ['c'], c: ['d'], d: ['b'] };
    expect(orderByDependence(['a', 'b', 'c', 'd'], (key) => below[key] ?? [])).toEqual({
      ok: false,
      circle: ['b', 'c', 'd'],
    });
  });
});

test('a translation is stale when its source was changed or is gone', () => {
  const source = { language: 'en', texts: { 'q-one.title': 'New', 'q-two.title': 'Same' } };
  const texts = {
    'q-one.title': { text: 'Stary', of: 'hash of Old' },
    'q-two.title': { text: 'Taki sam', of: 'hash of Same' },
    'q-gone.title': { text: 'Nie ma', of: 'hash of Gone' },
  };
  expect(staleTranslations(source, { language: 'pl', texts }, (text) => `hash of ${text}`)).toEqual([
    'q-one.title',
    'q-gone.title',
  ]);
});

import { describe, expect, test } from '@jest/globals';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import type { EvidenceRule } from '../definition/evidence-rule.js';
import { given } from '../definition/given.arbitrary.js';
import type { Answer, AnswerValue } from './answer.js';
import { evidenceLack, isYoungEnough, type EvidencePiece } from './evidence-fit.js';
import { outstanding } from './outstanding.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const TODAY = '2026-11-23';
const file = (date?: string): EvidencePiece => ({ kinds: ['file'], date });

describe('evidence', () => {
  const required: EvidenceRule = { need: 'required' };
  test.each<[string, EvidenceRule | undefined, EvidencePiece[], string | undefined]>([
    ['is not required where nothing says so', undefined, [], undefined],
    ['is not required where it is welcome', { need: 'welcome', kinds: ['file'] }, [], undefined],
    ['is missing where it is required', required, [], 'missing'],
    ['of any sort satisfies', required, [{ kinds: [] }], undefined],
    ['is of the kind asked for', { ...required, kinds: ['file'] }, [{ kinds: ['link'] }], 'kind'],
    ['may be of both kinds', { ...required, kinds: ['link'] }, [{ kinds: ['file', 'link'] }], undefined],
    ['is young enough', { ...required, maximumAgeYears: 2 }, [file('2023-01-01'), file('2025')], undefined],
    ['is too old', { ...required, maximumAgeYears: 2 }, [file('2023-01-01')], 'age'],
    ['of unknown age is too old', { ...required, maximumAgeYears: 2 }, [file()], 'age'],
    [
      'is of the kind and young enough in one piece',
      { need: 'required', kinds: ['link'], maximumAgeYears: 2 },
      [file('2026'), { kinds: ['link'], date: '2001' }],
      'age',
    ],
  ])('%s', (_, rule, pieces, expected) => {
    expect(evidenceLack(rule, pieces, TODAY)).toBe(expected);
  });

  test.each<[string, boolean]>([
    ['2024-11-23', true],
    ['2024-11-22', false],
    ['2024-11', true],
    ['2024-10', false],
    ['2024', true],
    ['2023', false],
    ['2026-12', true],
  ])('from %s is at most two years old: %p', (date, isYoung) => {
    expect(isYoungEnough(date, 2, TODAY)).toBe(isYoung);
  });
});

describe('what stands between a city and submitting', () => {
  const questions = [
    given.yesNo({ evidence: { need: 'required' } }),
    given.single(),
    given.number({ quality: 'required' }),
    given.text(),
    given.set(),
  ];
  const compiled = compileQuestionnaire(
    given.questionnaire(questions, {
      validations: [
        {
          id: 'val-one',
          code: 'V.1',
          holds: { op: 'atLeast', question: 'q-number', value: 10 },
          severity: 'error',
          marks: ['q-number'],
        },
        {
          id: 'val-two',
          code: 'V.2',
          holds: { op: 'atLeast', question: 'q-number', value: 100 },
          severity: 'warning',
          marks: ['q-number'],
        },
      ],
    }),
  );
  const told = (
    claims: Readonly<Record<string, Answer>>,
    evidence: readonly EvidencePiece[] = [],
    quality = false,
  ) =>
    outstanding(compiled, claims, {
      hasQuality: () => quality,
      evidenceFor: () => evidence,
      today: TODAY,
    }).map((each) =>
      each.kind === 'violation' ? each.violation.validation : `${each.kind} ${each.address}`,
    );

  test('is whatever is required and has no answer, in each instance', () => {
    expect(told({ 'q-set': value(['in-a']) })).toEqual([
      'open q-yes-no',
      'open q-single',
      'open q-open@in-a',
    ]);
  });

  test('is what must be mended, proved, classed, and does not fit together, warnings apart', () => {
    const claims = { 'q-yes-no': value(true), 'q-single': value('opt-gone'), 'q-number': value(3) };
    expect(told(claims)).toEqual(['evidence q-yes-no', 'faulty q-single', 'quality q-number', 'val-one']);
  });

  test('is nothing once all is there', () => {
    const claims = { 'q-yes-no': value(true), 'q-single': value('opt-low'), 'q-number': value(30) };
    expect(told(claims, [file()], true)).toEqual([]);
  });
});

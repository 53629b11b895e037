import type { Question } from './question.js';
import type { Questionnaire } from './questionnaire.js';

/** Small made-up parts for the specs; each names only what it is about. */
export const given = {
  /** A questionnaire of one section, one indicator and one index, without a fault. */
  questionnaire(
    questions: readonly Question[] = [given.yesNo()],
    changes: Partial<Questionnaire> = {},
  ): Questionnaire {
    return {
      format: 1,
      code: 'TEST',
      version: '1',
      sourceLanguage: 'en',
      illustrative: true,
      sections: [{ id: 'sec-one', code: 'S1', questions: [...questions] }],
      indicators: [{ id: 'ind-one', code: 'IA' }],
      composites: [],
      indices: [{ id: 'index-one', code: 'INDEX', members: [{ of: 'ind-one', weight: 1 }] }],
      rules: { unanswered: 'leaveOut', notApplicable: 'leaveOut', minimumCoverage: 0.65 },
      ...changes,
    };
  },

  yesNo(changes: Partial<Extract<Question, { kind: 'yesNo' }>> = {}): Question {
    const points = { yes: 2, no: 0 };
    return {
      kind: 'yesNo',
      id: 'q-yes-no',
      code: 'Q.1',
      required: true,
      indicator: 'ind-one',
      points,
      ...changes,
    };
  },

  single(changes: Partial<Extract<Question, { kind: 'single' }>> = {}): Question {
    return {
      kind: 'single',
      id: 'q-single',
      code: 'Q.2',
      required: true,
      indicator: 'ind-one',
      options: [
        { id: 'opt-low', code: 'low' },
        { id: 'opt-high', code: 'high', points: 3 },
      ],
      ...changes,
    };
  },

  multiple(changes: Partial<Extract<Question, { kind: 'multiple' }>> = {}): Question {
    return {
      kind: 'multiple',
      id: 'q-multiple',
      code: 'Q.3',
      required: false,
      indicator: 'ind-one',
      options: [
        { id: 'opt-one', code: 'one', points: 1 },
        { id: 'opt-two', code: 'two', points: 1.5 },
        { id: 'opt-none', code: 'none', exclusive: true },
      ],
      ...changes,
    };
  },

  number(changes: Partial<Extract<Question, { kind: 'number' }>> = {}): Question {
    return {
      kind: 'number',
      id: 'q-number',
      code: 'Q.4',
      required: false,
      unit: 'people',
      minimum: 0,
      maximum: 1000,
      decimals: 0,
      ...changes,
    };
  },

  share(changes: Partial<Extract<Question, { kind: 'share' }>> = {}): Question {
    return { kind: 'share', id: 'q-share', code: 'Q.5', required: false, decimals: 1, ...changes };
  },

  matrix(changes: Partial<Extract<Question, { kind: 'matrix' }>> = {}): Question {
    return {
      kind: 'matrix',
      id: 'q-matrix',
      code: 'Q.6',
      required: false,
      indicator: 'ind-one',
      rows: [
        { id: 'row-one', code: 'r1' },
        { id: 'row-two', code: 'r2' },
      ],
      columns: [
        { id: 'col-no', code: 'no' },
        { id: 'col-yes', code: 'yes', points: 1 },
      ],
      ...changes,
    };
  },

  date(changes: Partial<Extract<Question, { kind: 'date' }>> = {}): Question {
    return { kind: 'date', id: 'q-date', code: 'Q.7', required: false, ...changes };
  },

  text(changes: Partial<Extract<Question, { kind: 'text' }>> = {}): Question {
    return { kind: 'text', id: 'q-text', code: 'Q.8', required: false, maxLength: 100, ...changes };
  },
};

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
      rules: {
        unanswered: 'leaveOut',
        notApplicable: 'leaveOut',
        coverageToScore: 0,
        coverageToPublish: 0.65,
      },
      ...changes,
    };
  },

  yesNo(changes: Partial<Extract<Question, { kind: 'yesNo' }>> = {}): Question {
    const points = { yes: 2, no: 0 };
    return {
      kind: 'yesNo',
      mayNotApply: true,
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
      mayNotApply: true,
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
      mayNotApply: true,
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
      mayNotApply: true,
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
    return {
      kind: 'share',
      mayNotApply: true,
      id: 'q-share',
      code: 'Q.5',
      required: false,
      decimals: 1,
      ...changes,
    };
  },

  matrix(changes: Partial<Extract<Question, { kind: 'matrix' }>> = {}): Question {
    return {
      kind: 'matrix',
      mayNotApply: true,
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
    return { kind: 'date', mayNotApply: true, id: 'q-date', code: 'Q.7', required: false, ...changes };
  },

  text(changes: Partial<Extract<Question, { kind: 'text' }>> = {}): Question {
    return {
      kind: 'text',
      mayNotApply: true,
      id: 'q-text',
      code: 'Q.8',
      required: false,
      maxLength: 100,
      ...changes,
    };
  },

  ranking(changes: Partial<Extract<Question, { kind: 'ranking' }>> = {}): Question {
    return {
      kind: 'ranking',
      id: 'q-ranking',
      code: 'Q.9',
      required: false,
      indicator: 'ind-one',
      options: [
        { id: 'opt-rights', code: 'rights', counts: true },
        { id: 'opt-trade', code: 'trade' },
        { id: 'opt-image', code: 'image' },
      ],
      places: [3, 1],
      ...changes,
    };
  },

  file(changes: Partial<Extract<Question, { kind: 'file' }>> = {}): Question {
    return {
      kind: 'file',
      id: 'q-file',
      code: 'Q.10',
      required: false,
      indicator: 'ind-one',
      points: 2,
      ...changes,
    };
  },

  /** The number divided by the share; without points. */
  computed(changes: Partial<Extract<Question, { kind: 'computed' }>> = {}): Question {
    return {
      kind: 'computed',
      id: 'q-computed',
      code: 'Q.11',
      required: false,
      formula: {
        op: 'divide',
        of: [
          { op: 'answer', question: 'q-number' },
          { op: 'answer', question: 'q-share' },
        ],
      },
      decimals: 1,
      ...changes,
    };
  },

  /** One to three centres, of each whether it is open and how many come; the first is scored. */
  set(changes: Partial<Extract<Question, { kind: 'set' }>> = {}): Question {
    return {
      kind: 'set',
      id: 'q-set',
      code: 'Q.12',
      required: false,
      questions: [
        {
          kind: 'yesNo',
          id: 'q-open',
          code: 'Q.12.1',
          required: true,
          indicator: 'ind-one',
          points: { yes: 2, no: 0 },
        },
        {
          kind: 'number',
          id: 'q-visits',
          code: 'Q.12.2',
          required: false,
          unit: 'people',
          minimum: 0,
          maximum: 1000,
          decimals: 0,
          askedIf: { op: 'equals', question: 'q-open', value: true },
        },
      ],
      minimum: 1,
      maximum: 3,
      ...changes,
    };
  },
};

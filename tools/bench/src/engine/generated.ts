import type { Answer, Answers, AnswerValue, Question, Questionnaire, SourceTexts } from '@kilim/indicators';

/** A version of so many questions in ten indicators and one index; every fourth is asked because of an earlier one. */
export function generatedQuestionnaire(count: number): Questionnaire {
  const indicators = Array.from({ length: 10 }, (_, at) => ({
    id: `ind-${String(at)}`,
    code: `I${String(at)}`,
  }));
  const questions = Array.from({ length: count }, (_, at) => questionAt(at));
  return {
    format: 1,
    code: 'GENERATED',
    version: String(count),
    sourceLanguage: 'en',
    illustrative: true,
    sections: sectionsOf(questions),
    indicators,
    composites: [],
    indices: [
      {
        id: 'index-all',
        code: 'ALL',
        members: indicators.map(({ id }, at) => ({ of: id, weight: 1 + (at % 3) })),
      },
    ],
    rules: { unanswered: 'leaveOut', notApplicable: 'leaveOut', coverageToScore: 0, coverageToPublish: 0 },
  };
}

function sectionsOf(questions: readonly Question[]): Questionnaire['sections'] {
  return Array.from({ length: Math.ceil(questions.length / 50) }, (_, at) => ({
    id: `sec-${String(at)}`,
    code: `S${String(at)}`,
    questions: questions.slice(at * 50, at * 50 + 50),
  }));
}

function questionAt(at: number): Question {
  const whole = {
    id: `q-${String(at)}`,
    code: `Q${String(at)}`,
    required: false,
    indicator: `ind-${String(at % 10)}`,
    weight: 1 + (at % 2),
    // The first of every five is a yes/no question: it decides about the last of the same five.
    ...(at % 5 === 4 && { askedIf: { op: 'equals' as const, question: `q-${String(at - 4)}`, value: true } }),
  };
  const options = (count: number, points: (option: number) => number) =>
    Array.from({ length: count }, (_, option) => ({
      id: `opt-${String(at)}-${String(option)}`,
      code: `O${String(option)}`,
      points: points(option),
    }));
  switch (at % 5) {
    case 0:
      return { ...whole, kind: 'yesNo', points: { yes: 2, no: 0 } };
    case 1:
      return { ...whole, kind: 'single', options: options(4, (option) => option) };
    case 2:
      return { ...whole, kind: 'multiple', options: options(6, () => 0.5), cap: 2 };
    case 3:
      return {
        ...whole,
        kind: 'share',
        decimals: 1,
        bands: [0, 10, 25, 50].map((from, points) => ({ from, points })),
      };
    default:
      return { ...whole, kind: 'single', options: options(3, (option) => option * 1.5) };
  }
}

/** What everything in it is called. */
export function titlesOf(questionnaire: Questionnaire): SourceTexts {
  const things = [
    ...questionnaire.sections,
    ...questionnaire.indicators,
    ...questionnaire.indices,
    ...questionnaire.sections.flatMap(({ questions }) => questions),
    ...questionnaire.sections.flatMap(({ questions }) =>
      questions.flatMap((question) => ('options' in question ? question.options : [])),
    ),
  ];
  return {
    language: questionnaire.sourceLanguage,
    texts: Object.fromEntries([
      ['questionnaire.title', 'Generated'],
      ...things.map(({ id, code }): [string, string] => [`${id}.title`, code]),
    ]),
  };
}

/** Answers to most questions of a version; the same for the same seed. */
export function someAnswers(questionnaire: Questionnaire, seed: number): Answers {
  let state = seed * 2_654_435_761 + 1;
  const next = (count: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const answers: Record<string, Answer> = {};
  for (const { questions } of questionnaire.sections)
    for (const question of questions) {
      const value = next(8) === 0 ? undefined : valueOf(question, next);
      if (value !== undefined) answers[question.id] = { kind: 'value', value };
    }
  return answers;
}

function valueOf(question: Question, next: (count: number) => number): AnswerValue | undefined {
  switch (question.kind) {
    case 'yesNo':
      return next(2) === 1;
    case 'single':
      return question.options[next(question.options.length)]?.id;
    case 'multiple': {
      const together = question.options.filter((option) => option.exclusive !== true).map(({ id }) => id);
      const count = Math.max(question.minimum ?? 1, 1 + next(question.maximum ?? together.length));
      return together.slice(0, count);
    }
    case 'share':
      return question.decimals === 0 ? next(101) : next(1001) / 10;
    case 'number':
      return question.minimum + next(Math.min(1000, question.maximum - question.minimum) + 1);
    case 'matrix':
      return Object.fromEntries(
        question.rows.map(({ id }) => [id, question.columns[next(question.columns.length)]?.id ?? '']),
      );
    case 'date':
      return `20${String(10 + next(15))}-0${String(1 + next(9))}-11`;
    case 'text':
      return 'Words.';
    case 'ranking':
    case 'file':
    case 'set':
    case 'computed':
      return undefined;
  }
}

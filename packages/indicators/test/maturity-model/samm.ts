import type { Answers, Question, Questionnaire, SourceTexts } from '../../src/index.js';

/**
 * OWASP SAMM 2, the Software Assurance Maturity Model, as a questionnaire: five business functions of three practices,
 * each of two streams with one activity on each of three levels. The wording of what is asked is ours.
 *
 * Sources: the model's Quick Start Guide, https://owaspsamm.org/guidance/quick-start-guide/ (functions, practices,
 * streams, levels); its answer sets, https://github.com/owaspsamm/core, model/answer_sets (what an answer is worth: 0,
 * 0.25, 0.5, 1); its toolbox in the same place (how answers become scores, see `sammScores` in the spec).
 */
export const FUNCTIONS = {
  Governance: {
    'Strategy and metrics': ['creating and promoting a strategy', 'measuring and improving'],
    'Policy and compliance': ['policy and standards', 'compliance management'],
    'Education and guidance': ['training and awareness', 'organization and culture'],
  },
  Design: {
    'Threat assessment': ['application risk profiles', 'threat modeling'],
    'Security requirements': ['software requirements', 'supplier security'],
    'Security architecture': ['architecture design', 'technology management'],
  },
  Implementation: {
    'Secure build': ['the build process', 'software dependencies'],
    'Secure deployment': ['the deployment process', 'secret management'],
    'Defect management': ['defect tracking', 'metrics and feedback'],
  },
  Verification: {
    'Architecture assessment': ['architecture validation', 'architecture mitigation'],
    'Requirements-driven testing': ['control verification', 'misuse and abuse testing'],
    'Security testing': ['a scalable baseline', 'deep understanding'],
  },
  Operations: {
    'Incident management': ['incident detection', 'incident response'],
    'Environment management': ['configuration hardening', 'patching and updating'],
    'Operational management': ['data protection', 'legacy management'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>>;

/** What an answer says of an activity, and what it is worth. */
export const ANSWERS = [
  { code: 'none', points: 0, says: 'No' },
  { code: 'some', points: 0.25, says: 'In few teams' },
  { code: 'half', points: 0.5, says: 'In half of the teams or more' },
  { code: 'most', points: 1, says: 'In nearly all teams' },
] as const;

const LEVELS = ['is it done at all', 'is it agreed and done alike', 'is it measured and made better'];

/** A practice by its name, with the ids of its indicator and of its questions, stream by stream and level by level. */
export interface Practice {
  readonly id: string;
  readonly name: string;
  readonly streams: readonly { readonly topic: string; readonly questions: readonly string[] }[];
}

/** A business function with its practices. */
export interface BusinessFunction {
  readonly id: string;
  readonly name: string;
  readonly practices: readonly Practice[];
}

export const MODEL: readonly BusinessFunction[] = Object.entries(FUNCTIONS).map(([name, practices], f) => ({
  id: `function-${String(f)}`,
  name,
  practices: Object.entries(practices).map(([practice, streams], p): Practice => ({
    id: `practice-${String(f)}${String(p)}`,
    name: practice,
    streams: (streams as readonly string[]).map((topic, s) => ({
      topic,
      questions: LEVELS.map((_, level) => `q-${String(f)}${String(p)}${'ab'[s] ?? ''}${String(level + 1)}`),
    })),
  })),
}));

const PRACTICES = MODEL.flatMap(({ practices }) => practices);
const QUESTIONS = PRACTICES.flatMap(({ streams }) => streams.flatMap(({ questions }) => questions));

export function optionOf(question: string, answer: number): string {
  return `${question}-${ANSWERS[answer]?.code ?? ''}`;
}

function questionOf(id: string, practice: Practice): Question {
  return {
    kind: 'single',
    ...{ id, code: id.toUpperCase(), required: true, indicator: practice.id },
    options: ANSWERS.map(({ code, points }, at) => ({ id: optionOf(id, at), code, points })),
  };
}

export const SAMM: Questionnaire = {
  format: 1,
  ...{ code: 'SAMM', version: '2', sourceLanguage: 'en', illustrative: false },
  sections: PRACTICES.map((practice) => ({
    id: `section-${practice.id}`,
    code: practice.id.toUpperCase(),
    questions: practice.streams.flatMap(({ questions }) => questions.map((id) => questionOf(id, practice))),
  })),
  indicators: PRACTICES.map(({ id }) => ({ id, code: id.toUpperCase() })),
  composites: MODEL.map(({ id, practices }) => ({
    ...{ id, code: id.toUpperCase() },
    members: practices.map((practice) => ({ of: practice.id, weight: 1 })),
  })),
  indices: [{ id: 'overall', code: 'OVERALL', members: MODEL.map(({ id }) => ({ of: id, weight: 1 })) }],
  rules: { unanswered: 'countAsZero', notApplicable: 'leaveOut', coverageToScore: 0, coverageToPublish: 1 },
};

export const TEXTS: SourceTexts = {
  language: 'en',
  texts: Object.fromEntries([
    ['questionnaire.title', 'Software assurance maturity'],
    ['overall.title', 'Overall'],
    ...MODEL.flatMap(({ id, name, practices }) => [
      [`${id}.title`, name],
      ...practices.flatMap((practice) => [
        [`${practice.id}.title`, practice.name],
        [`section-${practice.id}.title`, practice.name],
        ...practice.streams.flatMap(({ topic, questions }) =>
          questions.map((question, level) => [`${question}.title`, `Of ${topic}: ${LEVELS[level] ?? ''}?`]),
        ),
      ]),
    ]),
    ...QUESTIONS.flatMap((question) =>
      ANSWERS.map(({ says }, at) => [`${optionOf(question, at)}.title`, says]),
    ),
  ]),
};

/** An assessment that answers question by question with the numbers of answers, in the order of the model. */
export function assessmentOf(given: readonly number[]): Answers {
  return Object.fromEntries(
    QUESTIONS.map((question, at) => [
      question,
      { kind: 'value', value: optionOf(question, given[at % given.length] ?? 0) } as const,
    ]),
  );
}

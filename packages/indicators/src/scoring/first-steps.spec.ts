import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Answers } from '../answers/answer.js';
import { visibleQuestions } from '../answers/visible-questions.js';
import { checkQuestionnaire } from '../checks/check-questionnaire.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import type { CompiledQuestion } from '../definition/compiled.js';
import { scoreAssessment } from './score-assessment.js';

const FOLDER = join(import.meta.dirname, '../../catalogue/intercultural/2026.1');
/** A city with enough diversity for every question that asks about need. */
const FACTS = { 'BG.4': 10, 'BG.5': 20, 'BG.6': 30 };
/** Whether non-nationals may vote is decided by the law, not by a step of the city. */
const NO_STEP_OF_THE_CITY = ['LEA.1'];
/** What a city reaches of everything else that it is asked in the area. */
const REST = 0.4;

const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
const check = checkQuestionnaire(read('questionnaire.json'), read('texts.en.json'));
if (!check.ok) throw new Error('The questionnaire has faults.');
const compiled = compileQuestionnaire(check.questionnaire);
const idOf = new Map(compiled.questions.map(({ question }) => [question.code, question.id]));
const facts: Answers = Object.fromEntries(
  Object.entries(FACTS).map(([code, value]) => [idOf.get(code) ?? '', { kind: 'value', value }]),
);

/** What a city may say to a question of which other scored questions of its area depend. */
function choices({ question }: CompiledQuestion): readonly (readonly [code: string, answer: Answer])[] {
  switch (question.kind) {
    case 'yesNo':
      return [true, false].map((value) => [value ? 'yes' : 'no', { kind: 'value', value }]);
    case 'single':
      return question.options.map(({ id, code }) => [code, { kind: 'value', value: id }]);
    case 'multiple':
      return question.options.map(({ id, code }) => [code, { kind: 'value', value: [id] }]);
    default:
      return [];
  }
}

/** The score of the area when a city says this, gets nothing for what it is asked because of it, and REST for the rest. */
function worst(gate: CompiledQuestion, answer: Answer): { readonly asked: number; readonly score: number } {
  const given = { ...facts, [gate.question.id]: answer };
  const visible = visibleQuestions(compiled, given);
  const area = compiled.indicators.find(({ id }) => id === gate.scoring?.indicator);
  const worth = ({ scoring }: CompiledQuestion): number =>
    scoring ? (scoring.attainable * scoring.weight) / 1e6 : 0;
  const others = (area?.questions ?? []).filter(({ question }) => question.id !== gate.question.id);
  const hangsOn = ({ looksAt }: CompiledQuestion): boolean => looksAt.includes(gate.question.id);
  const sum = (questions: readonly CompiledQuestion[]): number =>
    questions.reduce((total, each) => total + worth(each), 0);
  const opened = others.filter((each) => hangsOn(each) && visible.has(each.question.id));
  const rest = sum(others.filter((each) => !hangsOn(each)));
  const own = scoreAssessment(compiled, given, { basis: 'claimed' }).questions.find(
    ({ id }) => id === gate.question.id,
  );
  const points = (own?.numerator ?? 0) / 1e6;
  return {
    asked: opened.length,
    score: (rest * REST + points) / (rest + worth(gate) + sum(opened)),
  };
}

const gates = compiled.questions.filter(
  (each) =>
    each.scoring &&
    choices(each).length > 0 &&
    !NO_STEP_OF_THE_CITY.includes(each.question.code) &&
    compiled.questions.some(
      ({ scoring, looksAt }) =>
        scoring?.indicator === each.scoring?.indicator && looksAt.includes(each.question.id),
    ),
);

describe('a first step, after which more is asked', () => {
  test('is what some questions are about', () => {
    expect(gates.map(({ question }) => question.code)).toEqual([
      ...['COM.2', 'MED.1', 'LAN.1', 'MDA.3', 'WEL.1', 'WEL.2', 'LEA.3', 'ADI.3'],
    ]);
  });

  test.each(gates.map((gate) => [gate.question.code, gate] as const))(
    '%s never lowers the score of a city that reaches two fifths of the rest, even when nothing follows from it',
    (_code, gate) => {
      const outcomes = choices(gate).map(([code, answer]) => ({ code, ...worst(gate, answer) }));
      const without = Math.max(...outcomes.filter(({ asked }) => asked === 0).map(({ score }) => score));
      const costly = outcomes.filter(({ asked, score }) => asked > 0 && score < without);
      expect(costly).toEqual([]);
    },
  );
});

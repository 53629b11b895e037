import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  checkQuestionnaire,
  compileQuestionnaire,
  completeness,
  scoreAssessment,
  shareDone,
  validateAnswer,
  visibleQuestions,
} from '@kilim/indicators';
import { DEMO_CITIES } from './demo-cities.js';
import type { DemoCity } from './demo-city.js';
import { answersOf, makeAnswers, valueOf } from './make-answers.js';

const compiled = compileIntercultural();
const occasion = { compiled, today: '2026-11-23' };

describe.each(DEMO_CITIES.map((city) => [city.name, city] as const))('the answers of %s', (_name, city) => {
  const made = makeAnswers(city, occasion);
  const answers = answersOf(made);

  it('are the same every time', () => {
    expect(makeAnswers(city, occasion)).toEqual(made);
  });

  it('are given only to questions that are asked', () => {
    const visible = visibleQuestions(compiled, answers);
    expect(made.filter(({ question }) => !visible.has(question.id))).toEqual([]);
  });

  it('use every pick, so that no line of the demonstration is written in vain', () => {
    const used = new Set(made.map(({ question }) => question.code));
    const written = [...Object.keys(city.picks), ...Object.keys(city.notApplicable)];
    expect(written.filter((code) => !used.has(code))).toEqual([]);
  });

  it('are valid, but for the one figure that the city in progress mistyped', () => {
    const faulty = made.filter(
      ({ question, answer }) => answer.kind === 'value' && validateAnswer(question, answer.value).length > 0,
    );
    expect(faulty.map(({ question }) => question.code)).toEqual(city.state === 'inProgress' ? ['NEI.3'] : []);
  });

  it('are as complete as the state of the assessment says', () => {
    const { total } = completeness(compiled, answers);
    if (city.state === 'inProgress') {
      expect(shareDone(total)).toBeGreaterThan(0.5);
      expect(shareDone(total)).toBeLessThan(0.7);
      expect(total.notApplicable).toBe(1);
    } else expect(total.requiredOpen).toBe(0);
  });

  it('name only questions, sections and evidence that there are', () => {
    expect(unknownReferences(city)).toEqual([]);
  });

  it('are supported by findings and changes that fit their questions', () => {
    for (const { code, pick } of [
      ...city.findings,
      ...city.changes.map(({ code, first }) => ({ code, pick: first })),
    ]) {
      const question = compiled.questions.find((each) => each.question.code === code)?.question;
      expect(question && validateAnswer(question, valueOf(question, pick, occasion.today))).toEqual([]);
    }
  });
});

it('makes a city that is strong in culture and weak in jobs score so', () => {
  const nowobrzeg = DEMO_CITIES.find((city) => city.name === 'Nowobrzeg');
  const card = nowobrzeg
    ? scoreAssessment(compiled, answersOf(makeAnswers(nowobrzeg, occasion)), { basis: 'claimed' })
    : undefined;
  const value = (code: string): number => {
    const score = card?.indicators.find((indicator) => indicator.code === code)?.score;
    return score?.kind === 'scored' ? score.value : NaN;
  };
  expect(value('CUL')).toBeGreaterThan(0.8);
  expect(value('BUS')).toBeLessThan(0.35);
});

function unknownReferences(city: DemoCity): readonly string[] {
  const codes = new Set(compiled.questions.map(({ question }) => question.code));
  const sections = new Set(compiled.questions.map(({ section }) => section.code));
  const titles = new Set(city.evidence.map(({ title }) => title));
  return [
    ...city.open.filter((code) => !codes.has(code)),
    ...city.findings.filter(({ code }) => !codes.has(code)).map(({ code }) => code),
    ...city.findings.flatMap(({ evidence }) => evidence.filter((title) => !titles.has(title))),
    ...city.evidence.flatMap(({ uses }) => uses.map(({ code }) => code)).filter((code) => !codes.has(code)),
    ...[...city.contributorSections, ...city.checked, ...(city.answered ?? [])].filter(
      (code) => !sections.has(code),
    ),
  ];
}

function compileIntercultural(): ReturnType<typeof compileQuestionnaire> {
  const read = (name: string): unknown =>
    JSON.parse(
      readFileSync(
        new URL(`../../../../packages/indicators/catalogue/intercultural/2026.1/${name}`, import.meta.url),
        'utf8',
      ),
    );
  const check = checkQuestionnaire(read('questionnaire.json'), read('texts.en.json'), []);
  if (!check.ok) throw new Error(JSON.stringify(check.faults.slice(0, 5)));
  return compileQuestionnaire(check.questionnaire);
}

import { describe, expect, it } from '@jest/globals';
import type { PublishVersion } from '@kilim/contracts';
import {
  checkQuestionnaire,
  compileQuestionnaire,
  completeness,
  scoreAssessment,
  shareDone,
  validateAnswer,
  validateAssessment,
  visibleQuestions,
  type CompiledQuestionnaire,
  type Questionnaire,
  type SourceTexts,
} from '@kilim/indicators';
import { shippedVersion } from '../questionnaires/shipped-version.js';
import { asEarlier, DEMO_CITIES } from './demo-cities.js';
import type { DemoCity } from './demo-city.js';
import { earlierVersion } from './earlier-version.js';
import { answersOf, makeAnswers, valueOf } from './make-answers.js';

const TODAY = '2026-11-23';
const present = compileQuestionnaire(checked(shippedVersion()));
const before = compileQuestionnaire(checked(earlierVersion(shippedVersion())));

/** Every part of a city in a round, with the version that was asked then. */
const PARTS = DEMO_CITIES.flatMap((city) => {
  const earlier = asEarlier(city);
  return [
    [city.name, city, present] as const,
    ...(earlier ? [[`${city.name}, in the round before`, earlier, before] as const] : []),
  ];
});

describe.each(PARTS)('the answers of %s', (_name, city, compiled) => {
  const occasion = { compiled, today: TODAY };
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
    } else if (city.state === 'invited' || city.state === 'declined') expect(made).toEqual([]);
    else if (city.state === 'withdrawn') {
      expect(total.answered).toBe(made.length);
      expect(total.requiredOpen).toBeGreaterThan(0);
    } else expect(total.requiredOpen).toBe(0);
  });

  it('contradict each other nowhere', () => {
    expect(validateAssessment(compiled, answers)).toEqual([]);
  });

  it('name only questions, sections and evidence that there are', () => {
    expect(unknownReferences(city, compiled)).toEqual([]);
  });

  it('are supported by findings and changes that fit their questions', () => {
    for (const { code, pick } of [
      ...city.findings,
      ...(city.secondFindings ?? []),
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
    ? scoreAssessment(present, answersOf(makeAnswers(nowobrzeg, { compiled: present, today: TODAY })), {
        basis: 'claimed',
      })
    : undefined;
  const value = (code: string): number => {
    const score = card?.indicators.find((indicator) => indicator.code === code)?.score;
    return score?.kind === 'scored' ? score.value : NaN;
  };
  expect(value('CUL')).toBeGreaterThan(0.8);
  expect(value('BUS')).toBeLessThan(0.35);
});

it('of the round before are to a version that asked less, with the same ids where it asked the same', () => {
  const codes = before.indicators.map(({ code }) => code);
  expect(codes).toHaveLength(14);
  expect(codes).not.toContain('ADI');
  const ids = new Set(present.questions.map(({ question }) => question.id));
  expect(before.questions.filter(({ question }) => !ids.has(question.id))).toEqual([]);
  expect(before.questions.length).toBeLessThan(present.questions.length - 40);
  const lea = present.indicators.find(({ code }) => code === 'LEA')?.id ?? '';
  const { source } = earlierVersion(shippedVersion());
  expect((source as SourceTexts).texts[`${lea}.title`]).toBe('Governance');
});

function unknownReferences(city: DemoCity, { questions }: CompiledQuestionnaire): readonly string[] {
  const codes = new Set(questions.map(({ question }) => question.code));
  const sections = new Set(questions.map(({ section }) => section.code));
  const titles = new Set(city.evidence.map(({ title }) => title));
  const named = [
    ...city.open,
    ...city.findings.map(({ code }) => code),
    ...(city.clarifications ?? []).map(({ code }) => code),
    ...(city.secondReading ?? []),
    ...city.evidence.flatMap(({ uses }) => uses.map(({ code }) => code)),
  ];
  return [
    ...named.filter((code) => !codes.has(code)),
    ...city.findings.flatMap(({ evidence }) => evidence.filter((title) => !titles.has(title))),
    ...[...city.checked, ...(city.answered ?? [])].filter((code) => !sections.has(code)),
  ];
}

function checked({ questionnaire, source, translations }: PublishVersion): Questionnaire {
  const check = checkQuestionnaire(questionnaire, source, translations);
  if (!check.ok) throw new Error(JSON.stringify(check.faults.slice(0, 5)));
  return check.questionnaire;
}

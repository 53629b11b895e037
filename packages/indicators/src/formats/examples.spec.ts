import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { validateAssessment } from '../answers/validate-assessment.js';
import { checkQuestionnaire } from '../checks/check-questionnaire.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import type { CompiledQuestionnaire } from '../definition/compiled.js';
import { percent, percentInterval } from '../scoring/round-score.js';
import { scoreAssessment } from '../scoring/score-assessment.js';
import { Basis, Column } from '../scoring/score.js';
import type { FindingInput } from '../scoring/finding-input.js';
import type { IndicatorScore, MeanScore, Scorecard } from '../scoring/scorecard.js';
import { CodedAnswers, readCodedAnswers } from './coded-answers.js';

const Absence = z.enum(['notAsked', 'notApplicable', 'unanswered']);
const Percentages = z.record(z.string(), z.union([z.int(), Absence]));

/** A worked example, as a reader of the domain writes and checks it: codes for ids, sums in points × weight. */
const Example = z.strictObject({
  name: z.string(),
  why: z.string(),
  basis: Basis,
  answers: CodedAnswers,
  findings: z
    .array(
      z.strictObject({
        id: z.string(),
        question: z.string(),
        reader: z.enum(['first', 'second']),
        sequence: z.int(),
        answer: CodedAnswers.valueType.nullable(),
      }),
    )
    .default([]),
  agreed: CodedAnswers.default({}),
  expected: z.strictObject({
    indicators: z.record(
      z.string(),
      z.union([z.strictObject({ numerator: z.number(), denominator: z.number() }), Absence]),
    ),
    composites: Percentages.default({}),
    indices: Percentages,
    /** Of an indicator: how many questions have an answer that counts, of those that are asked and apply. */
    coverage: z.record(z.string(), z.tuple([z.int(), z.int()])).default({}),
    /** What is still possible, as whole percentages rounded outwards. */
    intervals: z.record(z.string(), z.tuple([z.int(), z.int()])).default({}),
    /** Of a question: whether it is asked. */
    asked: z.record(z.string(), z.boolean()).default({}),
    /** Of a question: whose answer counts. */
    columns: z.record(z.string(), Column).default({}),
    /** What the city’s answers contradict; nothing unless given. */
    contradictions: z.array(z.string()).default([]),
  }),
});
type Example = z.infer<typeof Example>;

const MILLIONTHS = 1e6;
const catalogue = join(import.meta.dirname, '../../catalogue');

for (const programme of readdirSync(catalogue))
  for (const version of readdirSync(join(catalogue, programme))) {
    const folder = join(catalogue, programme, version);
    describe(`the worked examples of ${programme} ${version}`, () => {
      const check = checkQuestionnaire(read(folder, 'questionnaire.json'), read(folder, 'texts.en.json'));
      if (!check.ok) throw new Error(`${folder} has faults`);
      const compiled = compileQuestionnaire(check.questionnaire);
      const files = readdirSync(join(folder, 'examples')).filter((file) => file.endsWith('.json'));
      test.each(files)('%s', (file) => {
        const example = Example.parse(read(folder, 'examples', file));
        expect(outcome(example, compiled)).toEqual({ name: example.name, ...example.expected });
      });
    });
  }

/** What the engine makes of an example, in the example's own terms, for the areas it names. */
function outcome(example: Example, compiled: CompiledQuestionnaire) {
  const scorecard = scoreAssessment(compiled, byId(example.answers, compiled), {
    basis: example.basis,
    agreed: byId(example.agreed, compiled),
    findings: example.findings.map(({ question, answer, ...finding }): FindingInput => {
      const [[id, read] = ['', undefined]] = Object.entries(byId({ [question]: answer ?? true }, compiled));
      return { ...finding, question: id, answer: answer === null ? null : (read ?? null) };
    }),
  });
  const named = <Area extends IndicatorScore | MeanScore, Out>(
    areas: readonly Area[],
    expected: Readonly<Record<string, unknown>>,
    tell: (area: Area) => Out,
  ) =>
    Object.fromEntries(
      Object.keys(expected).map((code) => {
        const area = areas.find((each) => each.code === code);
        return [code, area && (area.score.kind === 'scored' ? tell(area) : area.score.kind)];
      }),
    );
  const { indicators, composites, indices, coverage, intervals, asked, columns } = example.expected;
  const questions = (expected: object) =>
    scorecard.questions.filter(({ code }) => Object.hasOwn(expected, code));
  const areas = [...scorecard.indicators, ...scorecard.composites, ...scorecard.indices];
  return {
    name: example.name,
    indicators: named(scorecard.indicators, indicators, ({ numerator, denominator }) => ({
      numerator: numerator / MILLIONTHS,
      denominator: denominator / MILLIONTHS,
    })),
    composites: named(scorecard.composites, composites, percent),
    indices: named(scorecard.indices, indices, percent),
    coverage: Object.fromEntries(Object.keys(coverage).map((code) => [code, coverageOf(code, scorecard)])),
    intervals: Object.fromEntries(
      Object.keys(intervals).map((code) => {
        const interval = areas.find((area) => area.code === code)?.interval;
        const shown = interval && percentInterval(interval);
        return [code, shown && [shown.low, shown.high]];
      }),
    ),
    asked: Object.fromEntries(questions(asked).map(({ code, score }) => [code, score.kind !== 'notAsked'])),
    columns: Object.fromEntries(questions(columns).map(({ code, column }) => [code, column])),
    contradictions: validateAssessment(compiled, byId(example.answers, compiled)).map(
      ({ validation }) => compiled.validations.find(({ id }) => id === validation)?.code,
    ),
  };
}

/** Counted by hand from the questions; the engine's own share has to agree. */
function coverageOf(code: string, { indicators, questions }: Scorecard): readonly [number, number] {
  const indicator = indicators.find((each) => each.code === code);
  const own = questions.filter(({ id }) => indicator?.questions.includes(id));
  const answered = own.filter(({ score }) => score.kind === 'scored').length;
  const due = answered + own.filter(({ score }) => score.kind === 'unanswered').length;
  expect(indicator?.coverage).toBe(due === 0 ? 1 : answered / due);
  return [answered, due];
}

function byId(coded: CodedAnswers, compiled: CompiledQuestionnaire) {
  const reading = readCodedAnswers(compiled, coded);
  if (!reading.ok) throw new Error(`unknown codes: ${reading.unknown.join(', ')}`);
  return reading.answers;
}

function read(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(...path), 'utf8'));
}

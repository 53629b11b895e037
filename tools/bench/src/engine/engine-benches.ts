import {
  answersIn,
  compileQuestionnaire,
  exportSurveyJson,
  FlatScoring,
  LiveAssessment,
  packAnswers,
  possibleScores,
  questionStates,
  scoreAssessment,
  type Answers,
  type CompiledQuestionnaire,
} from '@kilim/indicators';
import { rowOf, type Bench, type Effort, type Pair, type Row, type Target } from '../bench.js';
import { generatedQuestionnaire, someAnswers, titlesOf } from './generated.js';
import { shippedQuestionnaire } from './shipped.js';
import { closureTotals, surveyTotals, type Totals } from './references.js';

/** How many assessments are scored beside each other. */
const BLOCK = 64;
/** How many different ones there are: everybody scores the same, in turn, and waits alike for where they lie in memory. */
const DIFFERENT = 3;

/** Scoring without a trace, beside survey-core and closures that give the same totals. */
export const engineBenches: readonly Bench[] = ['shipped', '100', '500', '2000'].map((size) => ({
  name: `engine.${size}`,
  run: (effort) => Promise.resolve(measureEngine(size, effort)),
}));

function measureEngine(size: string, effort: Effort): readonly Row[] {
  const compiled = compileQuestionnaire(
    size === 'shipped' ? shippedQuestionnaire() : generatedQuestionnaire(Number(size)),
  );
  const { questionnaire } = compiled;
  const few = Array.from({ length: DIFFERENT }, (_, seed) => someAnswers(questionnaire, seed));
  const all = Array.from({ length: BLOCK }, (_, at) => few[at % DIFFERENT] ?? {});
  const { survey } = exportSurveyJson(compiled, titlesOf(questionnaire), []);
  const ways = scoringWays(compiled, all);
  const bySurvey = surveyTotals(compiled, survey);
  assertAlike(ways.totals(), all.map(closureTotals(compiled)), `engine.${size}: closures`);
  assertAlike(ways.totals().slice(0, DIFFERENT), few.map(bySurvey), `engine.${size}: survey-core`);

  const each = Array.from({ length: effort.rounds }, () => {
    const one = perSecond(effort.windowMs, few.length, () => few.forEach(bySurvey));
    return {
      survey: one,
      objects: perSecond(effort.windowMs, BLOCK, ways.fromObjects),
      packed: perSecond(effort.windowMs, BLOCK, ways.fromPacked),
      closures: perSecond(effort.windowMs, BLOCK, ways.byClosures),
      traced: perSecond(effort.windowMs, few.length, () => {
        for (const answers of few) scoreAssessment(compiled, answers, { basis: 'claimed' });
      }),
      bounds: perSecond(effort.windowMs, few.length, () => {
        for (const answers of few) possibleScores(compiled, questionStates(compiled, answersIn(answers)));
      }),
    };
  });
  type Measured = (typeof each)[number];
  const row = (what: string, target: Target, pair: (measured: Measured) => Pair): Row =>
    rowOf({ name: `engine.${size}.${what}`, unit: 'assessments/s', target }, each.map(pair));
  return [
    row('objects', { atLeast: 10_000 }, ({ objects, survey: other }) => ({
      value: objects,
      baseline: other,
    })),
    row('packed', { atLeast: 50_000 }, ({ packed, survey: other }) => ({ value: packed, baseline: other })),
    row('closures', { atLeast: 1 }, ({ packed, closures }) => ({ value: packed, baseline: closures })),
    row('traced', { atLeast: 1 }, ({ traced, survey: other }) => ({ value: traced, baseline: other })),
    row('bounds', { atLeast: 1 }, ({ bounds, survey: other }) => ({ value: bounds, baseline: other })),
    liveRow(compiled, size, effort),
    rowOf({ name: `engine.${size}.memory`, unit: 'MB', target: { atMost: 1.5 } }, [
      memoryOver(ways.fromObjects, size === 'shipped' ? 100_000 : 10_000),
    ]),
  ];
}

/**
 * What one changed answer costs, beside the same in a version of 100 questions: it should not grow with the version.
 * Both are run until they are as fast as they get before either counts: else the first to run pays for what is compiled
 * for both.
 */
function liveRow(compiled: CompiledQuestionnaire, size: string, { rounds, windowMs }: Effort): Row {
  const small = compileQuestionnaire(generatedQuestionnaire(100));
  const [own, other] = [costOfChange(compiled), costOfChange(small)];
  for (const cost of [own, other]) cost(windowMs);
  return rowOf(
    { name: `engine.${size}.live`, unit: 'µs', target: { atMost: 3 } },
    Array.from({ length: rounds }, () => ({ value: own(windowMs / 4), baseline: other(windowMs / 4) })),
  );
}

/** Changes most answers of an assessment, there and back; tells what one takes in µs. */
function costOfChange(compiled: CompiledQuestionnaire): (windowMs: number) => number {
  const live = new LiveAssessment(compiled, someAnswers(compiled.questionnaire, 1));
  const changes = [2, 3].flatMap((seed) => Object.entries(someAnswers(compiled.questionnaire, seed)));
  return (windowMs) => {
    const perChange = perSecond(windowMs, changes.length, () => {
      for (const [address, answer] of changes) live.answer(address, answer);
    });
    return 1e6 / perChange;
  };
}

interface Ways {
  readonly fromObjects: () => void;
  readonly fromPacked: () => void;
  readonly byClosures: () => void;
  readonly totals: () => readonly Totals[];
}

function scoringWays(compiled: CompiledQuestionnaire, all: readonly Answers[]): Ways {
  const flat = new FlatScoring(compiled);
  const [packed, scratch, numbers] = [flat.block(BLOCK), flat.block(BLOCK), flat.numbers(BLOCK)];
  for (const answers of all) packAnswers(packed, answers);
  const closures = closureTotals(compiled);
  return {
    fromObjects: () => {
      scratch.length = 0;
      for (const answers of all) packAnswers(scratch, answers);
      flat.score(scratch, numbers);
    },
    fromPacked: () => {
      flat.score(packed, numbers);
    },
    byClosures: () => {
      for (const answers of all) closures(answers);
    },
    totals: () => {
      flat.score(packed, numbers);
      return all.map((_, row) =>
        compiled.indicators.map((__, at): [number, number] => [
          numbers.numerators[at * BLOCK + row] ?? 0,
          numbers.denominators[at * BLOCK + row] ?? 0,
        ]),
      );
    },
  };
}

function assertAlike(found: readonly Totals[], wanted: readonly Totals[], name: string): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${name} comes to other totals.`);
}

/**
 * How many in a second of the processor, where one run does so many: on a busy machine it waits, and that says nothing.
 * What was measured before has left garbage (a model of survey-core some MB), which counts for whoever made it.
 */
function perSecond(windowMs: number, count: number, run: () => void): number {
  collectGarbage();
  const start = processorMs();
  for (let done = count; ; done += count) {
    run();
    const passed = processorMs() - start;
    if (passed >= windowMs) return (done * 1000) / passed;
  }
}

/** Where Node was started with `--expose-gc`. */
function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What is in use after so many assessments, beside after the first block. */
function memoryOver(run: () => void, assessments: number): Pair {
  const inUse = (): number => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 2 ** 20;
  };
  run();
  const baseline = inUse();
  for (let done = BLOCK; done < assessments; done += BLOCK) run();
  return { value: inUse(), baseline };
}

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
import { generatedQuestionnaire, someAnswers, titlesOf } from './generated.js';
import { closureTotals, surveyTotals, type Totals } from './references.js';
import { shippedQuestionnaire } from './shipped.js';

/** How many assessments are scored beside each other. */
export const BLOCK = 64;
/** How many different ones there are: everybody scores the same, in turn, and waits alike for where they lie in memory. */
const DIFFERENT = 3;

/** The questionnaire that comes along, or how many questions a generated one has. */
export type Size = 'shipped' | '100' | '500' | '2000';

/** Does a piece of the same work over and over, as a server would; tells how often it was done in one go. */
export type Way = () => number | Promise<number>;

/** How the same assessments can be gone through. */
export type WayName = keyof typeof WAYS;

const WAYS = {
  survey: bySurvey,
  closures: byClosures,
  objects: fromObjects,
  packed: fromPacked,
  traced: withTrace,
  bounds: withBounds,
  changes: oneChangedAnswer,
} satisfies Record<string, (compiled: CompiledQuestionnaire) => Way>;

export function wayOf(name: WayName, size: Size): Way {
  return WAYS[name](versionOf(size));
}

export function versionOf(size: Size): CompiledQuestionnaire {
  return compileQuestionnaire(
    size === 'shipped' ? shippedQuestionnaire() : outOfJson(generatedQuestionnaire(Number(size))),
  );
}

/** @throws Error when what is measured beside each other does not come to the same */
export function assertSameTotals(compiled: CompiledQuestionnaire): void {
  const all = blockOfAnswers(compiled);
  const found = flatTotals(compiled, all);
  assertAlike(found, all.map(closureTotals(compiled)), 'closures');
  const few = differentAnswers(compiled);
  assertAlike(found.slice(0, few.length), few.map(surveyTotals(compiled, surveyOf(compiled))), 'survey-core');
}

function assertAlike(found: readonly Totals[], wanted: readonly Totals[], name: string): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${name}: other totals than ours.`);
}

function flatTotals(compiled: CompiledQuestionnaire, all: readonly Answers[]): readonly Totals[] {
  const flat = new FlatScoring(compiled);
  const [block, numbers] = [flat.block(BLOCK), flat.numbers(BLOCK)];
  for (const answers of all) packAnswers(block, answers);
  flat.score(block, numbers);
  return all.map((_, row) =>
    compiled.indicators.map((__, at): [number, number] => [
      numbers.numerators[at * BLOCK + row] ?? 0,
      numbers.denominators[at * BLOCK + row] ?? 0,
    ]),
  );
}

/** A fresh model each time. It leaves work behind for the event loop, and is kept until that had its turn. */
function bySurvey(compiled: CompiledQuestionnaire): Way {
  const few = differentAnswers(compiled);
  const totals = surveyTotals(compiled, surveyOf(compiled));
  let done = 0;
  return async () => {
    totals(few[done % few.length] ?? {});
    done += 1;
    await new Promise(setImmediate);
    return 1;
  };
}

function byClosures(compiled: CompiledQuestionnaire): Way {
  const all = blockOfAnswers(compiled);
  const totals = closureTotals(compiled);
  return () => {
    for (const answers of all) totals(answers);
    return all.length;
  };
}

function fromObjects(compiled: CompiledQuestionnaire): Way {
  const all = blockOfAnswers(compiled);
  const flat = new FlatScoring(compiled);
  const [block, numbers] = [flat.block(BLOCK), flat.numbers(BLOCK)];
  return () => {
    block.length = 0;
    for (const answers of all) packAnswers(block, answers);
    flat.score(block, numbers);
    return all.length;
  };
}

function fromPacked(compiled: CompiledQuestionnaire): Way {
  const flat = new FlatScoring(compiled);
  const [block, numbers] = [flat.block(BLOCK), flat.numbers(BLOCK)];
  for (const answers of blockOfAnswers(compiled)) packAnswers(block, answers);
  return () => {
    flat.score(block, numbers);
    return BLOCK;
  };
}

function withTrace(compiled: CompiledQuestionnaire): Way {
  const few = differentAnswers(compiled);
  return () => {
    for (const answers of few) scoreAssessment(compiled, answers, { basis: 'claimed' });
    return few.length;
  };
}

function withBounds(compiled: CompiledQuestionnaire): Way {
  const few = differentAnswers(compiled);
  return () => {
    for (const answers of few) possibleScores(compiled, questionStates(compiled, answersIn(answers)));
    return few.length;
  };
}

/** Changes most answers of an assessment, one by one, there and back. */
function oneChangedAnswer(compiled: CompiledQuestionnaire): Way {
  const live = new LiveAssessment(compiled, answersOf(compiled, 1));
  const changes = [2, 3].flatMap((seed) => Object.entries(answersOf(compiled, seed)));
  return () => {
    for (const [address, answer] of changes) live.answer(address, answer);
    return changes.length;
  };
}

function differentAnswers(compiled: CompiledQuestionnaire): readonly Answers[] {
  return Array.from({ length: DIFFERENT }, (_, seed) => answersOf(compiled, seed));
}

/** Out of JSON, as a request brings them. */
function answersOf({ questionnaire }: CompiledQuestionnaire, seed: number): Answers {
  return outOfJson(someAnswers(questionnaire, seed));
}

function outOfJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function blockOfAnswers(compiled: CompiledQuestionnaire): readonly Answers[] {
  const few = differentAnswers(compiled);
  return Array.from({ length: BLOCK }, (_, at) => few[at % DIFFERENT] ?? {});
}

function surveyOf(compiled: CompiledQuestionnaire): object {
  return exportSurveyJson(compiled, titlesOf(compiled.questionnaire), []).survey;
}

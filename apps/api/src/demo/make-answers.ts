import {
  type Answer,
  type Answers,
  type AnswerValue,
  type CompiledQuestionnaire,
  type Id,
  type Option,
  type Question,
  visibleQuestions,
} from '@kilim/indicators';
import type { DemoCity, Pick } from './demo-city.js';
import { Seeded } from './seeded.js';

/** An answer of the demonstration: what a save holds of it. */
export interface MadeAnswer {
  readonly section: string;
  readonly question: Question;
  readonly answer: Answer;
  /** Why it does not apply; only then. */
  readonly reason?: string;
}

/** What does not depend on the city itself: the questionnaire, and the day from which dates are counted back. */
export interface Occasion {
  readonly compiled: CompiledQuestionnaire;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Answers a questionnaire as an invented city would: what is picked stands, the rest is drawn from its strengths.
 * Only questions that are asked get an answer. Ends in the order of the form.
 *
 * @throws Error when a pick does not fit its question, which a test catches before anybody sees it
 */
export function makeAnswers(city: DemoCity, { compiled, today }: Occasion): readonly MadeAnswer[] {
  const made = new Map<Id, MadeAnswer>();
  const answers: Record<Id, Answer> = {};
  for (const { question, section } of compiled.evaluationOrder) {
    const strength = city.strengths[section.code] ?? 0.5;
    const reason = city.notApplicable[question.code];
    // Drawn for every question, asked or not: a question that is added shifts no other answer.
    const drawn = drawValue(question, strength, new Seeded(`${city.name}/${question.code}`));
    if (city.open.includes(question.code)) continue;
    if (city.answered && !city.answered.includes(section.code)) continue;
    if (!visibleQuestions(compiled, answers).has(question.id)) continue;
    if (reason !== undefined) {
      const answer = { kind: 'notApplicable' } as const;
      answers[question.id] = answer;
      made.set(question.id, { section: section.code, question, answer, reason });
      continue;
    }
    const pick = city.picks[question.code];
    const value = pick === undefined ? drawn : valueOf(question, pick, today);
    if (value === undefined) continue;
    const answer = { kind: 'value', value } as const;
    answers[question.id] = answer;
    made.set(question.id, { section: section.code, question, answer });
  }
  return compiled.questions.flatMap(({ question }) => made.get(question.id) ?? []);
}

/** The answers by question id, as the engine takes them. */
export function answersOf(made: readonly MadeAnswer[]): Answers {
  return Object.fromEntries(made.map(({ question, answer }) => [question.id, answer]));
}

/** What a pick means as a value of its question. */
export function valueOf(question: Question, pick: Pick, today: string): AnswerValue {
  switch (question.kind) {
    case 'yesNo':
      if (typeof pick === 'boolean') return pick;
      break;
    case 'number':
    case 'share':
      if (typeof pick === 'number') return pick;
      break;
    case 'text':
      if (typeof pick === 'string') return pick;
      break;
    case 'date':
      if (typeof pick === 'number') return daysBefore(today, pick);
      break;
    case 'single':
      if (typeof pick === 'number') return optionAt(question.options, pick, question.code);
      break;
    case 'multiple':
      if (typeof pick === 'object')
        return pick.map((place) => optionAt(question.options, place, question.code));
      break;
    case 'matrix':
      if (typeof pick === 'object')
        return Object.fromEntries(
          question.rows.map((row, index) => [
            row.id,
            optionAt(question.columns, pick[index] ?? -1, question.code),
          ]),
        );
  }
  throw new Error(`The demonstration answers ${question.code} with something that fits another kind.`);
}

/** A calendar date so many days before another. */
export function daysBefore(date: string, days: number): string {
  const then = new Date(`${date}T00:00:00.000Z`);
  then.setUTCDate(then.getUTCDate() - days);
  return then.toISOString().slice(0, 10);
}

function optionAt(options: readonly Option[], place: number, code: string): Id {
  const option = options[place];
  if (!option)
    throw new Error(`The demonstration picks option ${String(place)} of ${code}, which there is not.`);
  return option.id;
}

/** A plausible value of a city of that strength; undefined for what cannot be drawn: words, dates, bare figures. */
function drawValue(question: Question, strength: number, seeded: Seeded): AnswerValue | undefined {
  switch (question.kind) {
    case 'yesNo':
      return seeded.next() < strength;
    case 'single':
      return drawOption(question.options, strength, seeded);
    case 'multiple': {
      const chosen = question.options.filter(
        (option) => option.exclusive !== true && seeded.next() < strength,
      );
      const none = question.options.find((option) => option.exclusive === true) ?? question.options[0];
      return (chosen.length > 0 ? chosen : none ? [none] : []).map((option) => option.id);
    }
    case 'matrix':
      return Object.fromEntries(
        question.rows.map((row) => [row.id, drawOption(question.columns, strength, seeded)]),
      );
    case 'number':
      return question.bands && drawBanded(question, question.maximum, strength, seeded);
    case 'share':
      return question.bands && drawBanded(question, 100, strength, seeded);
    case 'date':
    case 'text':
      return undefined;
  }
}

/** The option whose points come nearest to the share of the best that the strength promises, give or take a little. */
function drawOption(options: readonly Option[], strength: number, seeded: Seeded): Id {
  const best = Math.max(...options.map((option) => option.points ?? 0));
  const wanted = best * Math.min(1, Math.max(0, strength + seeded.between(-0.25, 0.25)));
  const nearest = [...options].sort(
    (a, b) => Math.abs((a.points ?? 0) - wanted) - Math.abs((b.points ?? 0) - wanted),
  )[0];
  if (!nearest) throw new Error('A question without options.');
  return nearest.id;
}

/** A number from the band whose points come nearest to what the strength promises. */
function drawBanded(
  { bands = [], decimals }: Extract<Question, { kind: 'number' | 'share' }>,
  maximum: number,
  strength: number,
  seeded: Seeded,
): number {
  const best = Math.max(...bands.map((band) => band.points));
  const wanted = best * Math.min(1, Math.max(0, strength + seeded.between(-0.2, 0.2)));
  const place = bands
    .map((band, index) => ({ index, distance: Math.abs(band.points - wanted) }))
    .sort((a, b) => a.distance - b.distance)[0]?.index;
  const low = bands[place ?? 0]?.from ?? 0;
  // The last band is open upwards: stay near its beginning.
  const high = Math.min(maximum, bands[(place ?? 0) + 1]?.from ?? low * 1.4 + 4);
  return Math.floor(seeded.between(low, high) * 10 ** decimals) / 10 ** decimals;
}

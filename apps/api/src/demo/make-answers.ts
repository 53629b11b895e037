import {
  addressOf,
  NO_INSTANCE,
  type Address,
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
import { Seeded, seededUuid } from './seeded.js';

/** An answer of the demonstration: what a save holds of it. */
export interface MadeAnswer {
  readonly section: string;
  readonly question: Question;
  /** Where it stands: within a repeated set, also in which instance. */
  readonly address: Address;
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
  const made = new Map<Address, MadeAnswer>();
  const answers: Record<Address, Answer> = {};
  const put = (entry: MadeAnswer): void => {
    made.set(entry.address, entry);
    answers[entry.address] = entry.answer;
  };
  for (const { question, section, set } of compiled.evaluationOrder) {
    const strength = city.strengths[section.code] ?? 0.5;
    const reason = city.notApplicable[question.code];
    const instances = set === undefined ? [NO_INSTANCE] : listedIn(answers[set.id]);
    for (const instance of instances) {
      const address = addressOf(question.id, instance);
      // Drawn for every question, asked or not: a question that is added shifts no other answer.
      const drawn = drawValue(question, strength, new Seeded(`${city.name}/${question.code}${instance}`));
      if (city.open.includes(question.code)) continue;
      if (city.answered && !city.answered.includes(section.code)) continue;
      if (!visibleQuestions(compiled, answers).has(address)) continue;
      const common = { section: section.code, question, address };
      if (reason !== undefined) {
        put({ ...common, answer: { kind: 'notApplicable' }, reason });
        continue;
      }
      const pick = city.picks[question.code];
      const value = pick === undefined ? drawn : valueOf(question, pick, today);
      if (value !== undefined) put({ ...common, answer: { kind: 'value', value } });
    }
  }
  const order = new Map(compiled.questions.map(({ question }, place) => [question.id, place]));
  return [...made.values()].sort((a, b) => (order.get(a.question.id) ?? 0) - (order.get(b.question.id) ?? 0));
}

function listedIn(answer: Answer | undefined): readonly string[] {
  return answer?.kind === 'value' && Array.isArray(answer.value) ? answer.value : [];
}

/** The answers by address, as the engine takes them. */
export function answersOf(made: readonly MadeAnswer[]): Answers {
  return Object.fromEntries(made.map(({ address, answer }) => [address, answer]));
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
    case 'ranking':
      if (typeof pick === 'object')
        return pick.map((place) => optionAt(question.options, place, question.code));
      break;
    case 'set':
      if (typeof pick === 'number') return instancesFor(question.code, pick);
      break;
    case 'file':
    case 'computed':
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
      return drawFigure(question, question.minimum, question.maximum, strength, seeded);
    case 'share':
      return drawFigure(question, 0, 100, strength, seeded);
    case 'ranking':
      return drawOrder(question, strength, seeded);
    case 'set': {
      const count = Math.round(seeded.between(0, 1 + 3 * strength));
      return instancesFor(question.code, Math.min(question.maximum, Math.max(question.minimum, count)));
    }
    // What evidence there is, nobody can draw; what is calculated, nobody answers.
    case 'file':
    case 'computed':
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

/** A figure that is scored: from its bands, or on its curve about as far as the strength promises. */
function drawFigure(
  question: Extract<Question, { kind: 'number' | 'share' }>,
  minimum: number,
  maximum: number,
  strength: number,
  seeded: Seeded,
): number | undefined {
  if (question.bands) return drawBanded(question, maximum, strength, seeded);
  if (!question.curve) return undefined;
  const [worst, best] = [...question.curve].sort((a, b) => a.points - b.points).map(({ at }) => at);
  const last = [...question.curve].sort((a, b) => b.points - a.points)[0]?.at ?? best ?? maximum;
  const share = Math.min(1, Math.max(0, strength + seeded.between(-0.2, 0.2)));
  const value = (worst ?? minimum) + (last - (worst ?? minimum)) * share;
  return Math.floor(value * 10 ** question.decimals) / 10 ** question.decimals;
}

/** An order in which a strong city puts what counts in front. */
function drawOrder(
  { options, ranked }: Extract<Question, { kind: 'ranking' }>,
  strength: number,
  seeded: Seeded,
): AnswerValue {
  const weighed = options.map(({ id, counts }) => ({
    id,
    weight: seeded.next() + (counts === true ? strength : 1 - strength),
  }));
  const inOrder = weighed.sort((a, b) => b.weight - a.weight).map(({ id }) => id);
  return inOrder.slice(0, ranked ?? options.length);
}

/** So many instances of a set, the same ones every time. */
function instancesFor(code: string, count: number): Id[] {
  return Array.from({ length: count }, (_, at) => seededUuid(`${code}/${String(at)}`));
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

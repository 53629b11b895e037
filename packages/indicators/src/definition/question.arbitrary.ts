import { buildCondition, buildFormula, isEmpty, type Around } from './condition.arbitrary.js';
import type { Draw } from './draw.arbitrary.js';
import type { Option } from './option.js';
import type { PlainQuestion, Question, RepeatedSet } from './question.js';

const POINTS = [0, 0, 0.5, 1, 1, 2, 2.125, 10];
export const WEIGHTS = [0.5, 1, 1, 2, 3.333];

/** What a question is made with: new ids, and what it may look at. */
export interface Making {
  readonly draw: Draw;
  newId(stem: string): string;
  readonly around: Around;
}

const SCORED = [
  'yesNo',
  'single',
  'multiple',
  'number',
  'share',
  'matrix',
  'ranking',
  'file',
  'computed',
] as const;

/** A question of any kind; of a scored one something can be reached. */
export function buildPlainQuestion(making: Making, code: string, indicator?: string): PlainQuestion {
  const { draw, newId, around } = making;
  const isScored = indicator !== undefined;
  const kind = draw.pick(isScored ? SCORED : [...SCORED, 'date' as const, 'text' as const]);
  const every = {
    id: newId('q'),
    code,
    required: kind !== 'computed' && draw.flip(),
    ...(kind !== 'computed' && draw.flip() && { mayNotApply: true }),
    ...(isScored && { indicator, ...(draw.flip() && { weight: draw.pick(WEIGHTS) }) }),
    ...(!isEmpty(around) && draw.flip() && { askedIf: buildCondition(draw, around, 2) }),
  };
  switch (kind) {
    case 'yesNo':
      return { ...every, kind, ...(isScored && { points: { yes: 2, no: draw.pick([0, 1, 3]) } }) };
    case 'single':
      return { ...every, kind, options: buildOptions(making, 2, 4, isScored) };
    case 'multiple':
      return { ...every, ...buildMultiple(making, isScored) };
    case 'number':
      return { ...every, ...buildNumber(draw, isScored) };
    case 'share':
      return {
        ...every,
        kind,
        decimals: 1,
        ...(isScored && buildScale(draw, draw.pick([[0, 12.5, 50], [0], [0, 0.1, 99.9]]), [0, 20, 100])),
      };
    case 'matrix':
      return {
        ...every,
        kind,
        rows: Array.from({ length: draw.integer(1, 3) }, (_, at) => ({
          id: newId('row'),
          code: `R${String(at)}`,
        })),
        columns: buildOptions(making, 2, 3, isScored),
      };
    case 'ranking':
      return { ...every, ...buildRanking(making, isScored) };
    case 'file': {
      const maximum = draw.integer(1, 3);
      return {
        ...every,
        kind,
        ...(isScored && { points: draw.pick([1, 0.5]) }),
        ...(draw.flip() && { maximum, minimum: draw.integer(1, maximum) }),
      };
    }
    case 'computed':
      return {
        ...every,
        kind,
        formula: buildFormula(draw, around, 2),
        decimals: draw.integer(isScored ? 1 : 0, 2),
        ...(isScored && buildScale(draw, draw.pick([[0, 1, 2.5], [1]]), [-1, 0.5, 10])),
      };
    case 'date':
      return { ...every, kind };
    case 'text':
      return { ...every, kind, maxLength: 20 };
  }
}

/** A repeated set whose questions look at each other and outside. */
export function buildSet(making: Making, code: string, indicators: readonly string[]): RepeatedSet {
  const { draw, newId, around } = making;
  const id = newId('q');
  const questions: PlainQuestion[] = [];
  const count = draw.integer(1, 3);
  for (let at = 0; at < count; at += 1) {
    const indicator = draw.flip() ? draw.pick(indicators) : undefined;
    const within = { ...around, inside: questions };
    questions.push(buildPlainQuestion({ ...making, around: within }, `${code}.${String(at)}`, indicator));
  }
  const maximum = draw.integer(1, 3);
  return {
    kind: 'set',
    id,
    code,
    required: draw.flip(),
    ...(draw.flip() && { mayNotApply: true }),
    ...(!isEmpty(around) && draw.flip() && { askedIf: buildCondition(draw, around, 2) }),
    questions,
    minimum: draw.integer(0, maximum),
    maximum,
  };
}

function buildOptions({ draw, newId }: Making, least: number, most: number, isScored: boolean): Option[] {
  return Array.from({ length: draw.integer(least, most) }, (_, at) => ({
    id: newId('opt'),
    code: `O${String(at)}`,
    // Something can be reached in every scored question.
    ...(isScored && { points: at === 0 ? draw.pick([1, 2.5]) : draw.pick(POINTS) }),
  }));
}

function buildMultiple(
  making: Making,
  isScored: boolean,
): Pick<Extract<Question, { kind: 'multiple' }>, 'kind' | 'options' | 'cap' | 'minimum' | 'maximum'> {
  const { draw } = making;
  const listed = buildOptions(making, 2, 4, isScored);
  const last = listed.pop();
  const isExclusive = draw.flip();
  const together = listed.length + (isExclusive ? 0 : 1);
  const maximum = draw.integer(1, together);
  return {
    kind: 'multiple',
    options: [...listed, ...(last ? [{ ...last, ...(isExclusive && { exclusive: true }) }] : [])],
    ...(isScored && draw.flip() && { cap: 0.75 }),
    ...(draw.flip() && { maximum, minimum: draw.integer(1, maximum) }),
  };
}

function buildNumber(
  draw: Draw,
  isScored: boolean,
): Pick<
  Extract<Question, { kind: 'number' }>,
  'kind' | 'unit' | 'minimum' | 'maximum' | 'decimals' | 'bands' | 'curve'
> {
  const [minimum, maximum] = draw.pick([
    [0, 10],
    [-5, 5],
    [3, 3],
  ] as const);
  const starts = [...new Set([minimum, minimum + 1, maximum])].filter((each) => each <= maximum);
  return {
    kind: 'number',
    unit: 'count',
    minimum,
    maximum,
    decimals: draw.integer(0, 2),
    ...(isScored &&
      buildScale(
        draw,
        starts.sort((a, b) => a - b),
        [minimum, maximum],
      )),
  };
}

/** Bands that begin at these numbers, or a curve through those, where there are two to draw a line between. */
function buildScale(
  draw: Draw,
  starts: readonly number[],
  places: readonly number[],
): Pick<Extract<Question, { kind: 'number' }>, 'bands' | 'curve'> {
  const points = (at: number) => (at === 0 ? draw.pick([1, 2]) : draw.pick([0, 1, 2, 0.125, 3.3]));
  const isCurve = draw.flip() && new Set(places).size === places.length;
  return isCurve
    ? { curve: places.map((at, index) => ({ at, points: points(index) })) }
    : { bands: starts.map((from, index) => ({ from, points: points(index) })) };
}

function buildRanking(
  { draw, newId }: Making,
  isScored: boolean,
): Pick<Extract<Question, { kind: 'ranking' }>, 'kind' | 'options' | 'ranked' | 'places'> {
  const options = Array.from({ length: draw.integer(2, 4) }, (_, at) => ({
    id: newId('opt'),
    code: `O${String(at)}`,
    ...(isScored && (at === 0 || draw.flip()) && { counts: true }),
  }));
  const ranked = draw.integer(1, options.length);
  return {
    kind: 'ranking',
    options,
    ...(ranked < options.length && { ranked }),
    ...(isScored && { places: [draw.pick([2, 0.5]), 1, 0.25].slice(0, draw.integer(1, ranked)) }),
  };
}

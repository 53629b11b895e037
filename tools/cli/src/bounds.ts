import {
  addressOf,
  answersInDoubt,
  influences,
  percentInterval,
  placeOf,
  possibleInDoubt,
  TextBook,
  type Address,
  type CompiledQuestionnaire,
  type Doubt,
  type IndicatorScore,
  type Influence,
  type Interval,
  type MeanScore,
  type Scorecard,
} from '@kilim/indicators';
import { basisOf } from './basis-option.js';
import { exactnessWords } from './bound-words.js';
import {
  BASIS,
  CommandError,
  JSON_OUTPUT,
  TEXTS,
  type Call,
  type Command,
  type ExitCode,
  type Output,
} from './command.js';
import { readAnswers } from './read-answers.js';
import { readVersion } from './read-version.js';
import { scored } from './score.js';
import { scoreWords } from './score-words.js';
import { table } from './table.js';

export const BOUNDS: Command = {
  name: 'bounds',
  summary: 'what the open answers can still make of each score, and which of them moves it most',
  takes: ['QUESTIONNAIRE', 'ANSWERS'],
  options: {
    texts: TEXTS,
    basis: BASIS,
    of: {
      value: 'CODE',
      help: 'the index, composite or indicator that open answers are to move (else every index)',
    },
    doubt: {
      value: 'WHICH',
      help: 'takes for open, too, what is unverified (no expert has judged it) or disputed (found to be otherwise)',
    },
    json: JSON_OUTPUT,
  },
  details: [
    'No way of answering what is open scores outside; what is given stays as it is. Where that is exact, both ends are reached; else it says why they may not be.',
    'Below, the open answers that move a score most: by how many percentage points what remains possible differs between their best and their worst answer.',
    '--json prints { "areas": [{ "kind", "id", "code", "score", "interval"? }], "influences": [{ "of", "answers": [{ "code", "address", "raises", "costs", "moves" }] }] } with all of them; without "interval", no completion has a score.',
  ],
  examples: [
    {
      says: 'Two of three questions are answered:',
      line: 'bounds 2026.json riverton.json',
      prints: [
        'CODE   NOW   LEAST  MOST  EXACT',
        'INDEX  63 %  41 %   75 %  yes',
        'PLAN   63 %  41 %   75 %  yes',
        '',
        'What moves INDEX most:',
        '    Q3  33.3  Is there an office for it?',
      ],
    },
    {
      says: 'An expert has judged one of them; the other could turn out to be anything:',
      line: 'bounds 2026.json verified.json --basis found --doubt unverified',
      prints: [
        'CODE   NOW    LEAST  MOST   EXACT',
        'INDEX  100 %  66 %   100 %  yes',
        'PLAN   100 %  66 %   100 %  yes',
        '',
        'What moves INDEX most:',
        '    Q3  33.3  Is there an office for it?',
      ],
    },
  ],
  run: bounds,
};

/** So many open answers are told to people. */
const TOLD = 10;

/** An index, composite or indicator of a scorecard, with what is possible. */
interface Area {
  readonly kind: 'index' | 'composite' | 'indicator';
  readonly area: IndicatorScore | MeanScore;
  /** Absent where no completion has a score. */
  readonly interval: Interval | undefined;
}

/** The open answers that move an area, the one that moves it most first. */
interface Movers {
  readonly of: string;
  readonly answers: readonly (Influence & { readonly code: string })[];
}

function bounds(call: Call, output: Output): ExitCode {
  const [questionnaire = '', answers = ''] = call.names;
  const { compiled, source } = readVersion({ questionnaire, texts: call.value('texts') });
  const given = readAnswers(answers, compiled);
  const { claims, findings, agreed } = given;
  const options = { basis: basisOf(call), findings, agreed };
  const doubt = doubtOf(call);
  const inDoubt: ReadonlySet<Address> =
    doubt === undefined ? new Set() : answersInDoubt(compiled, claims, findings, doubt);
  const areas = areasOf(
    scored(compiled, given, options.basis),
    possibleInDoubt(compiled, claims, options, inDoubt),
  );
  const movers = toMove(areas, call.value('of')).map(({ area: { id, code } }) => ({
    of: code,
    answers: influences(compiled, claims, options, id, inDoubt).map((each) => ({
      code: codeAt(compiled, each.address),
      ...each,
    })),
  }));
  if (call.flag('json')) {
    const told = areas.map(({ kind, area: { id, code, score }, interval }) => ({
      ...{ kind, id, code, score },
      ...(interval && { interval }),
    }));
    output.out(JSON.stringify({ areas: told, influences: movers }, undefined, 2));
    return 0;
  }
  const rows = [['CODE', 'NOW', 'LEAST', 'MOST', 'EXACT'], ...areas.map(rowOf)];
  for (const line of table(rows)) output.out(line);
  const texts = new TextBook(source);
  for (const each of movers) sayMovers(each, texts, output);
  return 0;
}

/** Which answers are taken for open besides. @throws CommandError for a doubt that there is not */
function doubtOf(call: Call): Doubt | undefined {
  const doubt = call.value('doubt');
  if (doubt === undefined || doubt === 'unverified' || doubt === 'disputed') return doubt;
  throw new CommandError('--doubt is one of unverified, disputed.', 2);
}

function areasOf(
  { indices, composites, indicators }: Scorecard,
  possible: ReadonlyMap<string, Interval>,
): readonly Area[] {
  const withInterval =
    (kind: Area['kind']) =>
    (area: Area['area']): Area => ({ kind, area, interval: possible.get(area.id) });
  return [
    ...indices.map(withInterval('index')),
    ...composites.map(withInterval('composite')),
    ...indicators.map(withInterval('indicator')),
  ];
}

/** The areas whose movers are asked for. @throws CommandError for a code that the version does not have */
function toMove(areas: readonly Area[], code: string | undefined): readonly Area[] {
  if (code === undefined) return areas.filter(({ kind }) => kind === 'index');
  const named = areas.filter(({ area }) => area.code === code);
  if (named.length === 0)
    throw new CommandError(`This version has no index, composite or indicator called ${code}.`, 1);
  return named;
}

/** The place of an answer as files of answers name it: by code, in a repeated set with the instance. */
function codeAt(compiled: CompiledQuestionnaire, address: string): string {
  const { question, instance } = placeOf(address);
  return addressOf(compiled.byId.get(question)?.question.code ?? question, instance);
}

function rowOf({ area, interval }: Area): readonly string[] {
  if (!interval) return [area.code, scoreWords(area), 'none', 'none', ''];
  const { low, high } = percentInterval(interval);
  return [area.code, scoreWords(area), `${String(low)} %`, `${String(high)} %`, exactnessWords(interval)];
}

function sayMovers({ of, answers }: Movers, texts: TextBook, output: Output): void {
  output.out('');
  if (answers.length === 0) {
    output.out(`No open answer moves ${of}.`);
    return;
  }
  output.out(`What moves ${of} most:`);
  const titleOf = (address: string): string => texts.title(placeOf(address).question);
  const told = answers.slice(0, TOLD);
  for (const line of table(
    told.map(({ code, address, moves }) => [code, (moves * 100).toFixed(1), titleOf(address)]),
  ))
    output.out(`    ${line}`);
  if (answers.length > TOLD) output.out(`    and ${String(answers.length - TOLD)} more, less`);
}

import { percentInterval, type IndicatorScore, type MeanScore } from '@kilim/indicators';
import { basisOf } from './basis-option.js';
import { BASIS, JSON_OUTPUT, TEXTS, type Call, type Command, type ExitCode, type Output } from './command.js';
import { readAnswers } from './read-answers.js';
import { readVersion } from './read-version.js';
import { scored } from './score.js';
import { scoreWords } from './score-words.js';
import { table } from './table.js';

export const BOUNDS: Command = {
  name: 'bounds',
  summary: 'what the open answers can still make of each score',
  takes: ['QUESTIONNAIRE', 'ANSWERS'],
  options: { texts: TEXTS, basis: BASIS, json: JSON_OUTPUT },
  details: [
    'No way of answering what is open scores outside; what is given stays as it is.',
    '--json prints { "areas": [{ "kind", "id", "code", "score", "interval"? }] }; without "interval", no completion has a score.',
  ],
  examples: [
    {
      says: 'Two of three questions are answered:',
      line: 'bounds 2026.json riverton.json',
      prints: ['CODE   NOW   LEAST  MOST', 'INDEX  63 %  41 %   75 %', 'PLAN   63 %  41 %   75 %'],
    },
  ],
  run: bounds,
};

function bounds(call: Call, output: Output): ExitCode {
  const [questionnaire = '', answers = ''] = call.names;
  const { compiled } = readVersion({ questionnaire, texts: call.value('texts') });
  const { indices, composites, indicators } = scored(compiled, readAnswers(answers, compiled), basisOf(call));
  const areas = [
    ...indices.map((area) => ({ kind: 'index', area })),
    ...composites.map((area) => ({ kind: 'composite', area })),
    ...indicators.map((area) => ({ kind: 'indicator', area })),
  ];
  if (call.flag('json')) {
    const told = areas.map(({ kind, area: { id, code, score, interval } }) => ({
      ...{ kind, id, code, score },
      ...(interval && { interval }),
    }));
    output.out(JSON.stringify({ areas: told }, undefined, 2));
  } else
    for (const line of table([['CODE', 'NOW', 'LEAST', 'MOST'], ...areas.map(({ area }) => rowOf(area))]))
      output.out(line);
  return 0;
}

function rowOf(area: IndicatorScore | MeanScore): readonly string[] {
  const { low, high } = area.interval ? percentInterval(area.interval) : { low: undefined, high: undefined };
  const words = (percent: number | undefined) => (percent === undefined ? 'none' : `${String(percent)} %`);
  return [area.code, scoreWords(area), words(low), words(high)];
}

import { expect, test } from '@jest/globals';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import { given } from '../../definition/given.arbitrary.js';
import { flatIndicator } from './indicator-column.js';
import { layOut } from './layout.js';

/** How many questions of an indicator are added up in each of its numbers. */
function batchesOf(count: number, yes: number, weights: readonly number[], isBesideCurve = false) {
  const questions = Array.from({ length: count }, (_, at) =>
    given.yesNo({
      ...{ id: `q-${String(at)}`, code: `Q.${String(at)}`, points: { yes, no: 0.001 } },
      weight: weights[at % weights.length] ?? 1,
    }),
  );
  const curve = [
    { at: 0, points: 0 },
    { at: 9, points: 1 },
  ];
  const compiled = compileQuestionnaire(
    given.questionnaire([
      ...questions,
      ...(isBesideCurve ? [given.number({ indicator: 'ind-one', curve })] : []),
    ]),
  );
  const layout = layOut(compiled);
  return compiled.indicators.flatMap((indicator) =>
    flatIndicator(indicator, layout).batches.map(({ contributions }) => contributions.length),
  );
}

test.each<[string, () => readonly number[], readonly number[]]>([
  ['all together where they fit', () => batchesOf(20, 2, [1]), [20]],
  ['by twos where three have too many digits', () => batchesOf(5, 3.001, [1.001, 1]), [2, 2, 1]],
  ['sizes alone where the points of one have too many', () => batchesOf(9, 1000, [1000, 999.999]), [7, 2]],
  ['sizes alone beside a curve', () => batchesOf(5, 3.001, [1.001, 1], true), [6]],
  ['nothing where nothing is asked', () => batchesOf(0, 1, [1]), []],
])('questions are added up %s', (_, found, wanted) => {
  expect(found()).toEqual(wanted);
});

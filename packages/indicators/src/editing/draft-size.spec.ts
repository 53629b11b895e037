import { expect, test } from '@jest/globals';
import { applyChanges } from './apply-change.js';
import type { DraftChange } from './change.js';
import { textsOf, type DraftDocument } from './draft-document.js';
import { findPart } from './find-part.js';
import { largeDraft } from './given-draft.arbitrary.js';

/** Types a title, changes points and moves a question, over and over; in milliseconds for each round. */
function cost(start: DraftDocument): number {
  const rounds = 100;
  let document = start;
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    const title = textsOf(document, 'q-30').source.title;
    const points = findPart(document.questionnaire, 'q-31-opt-2')?.part['points'];
    const changes: DraftChange[] = [
      {
        op: 'text',
        part: 'q-30',
        field: 'title',
        value: `Title ${String(round)}`,
        ...(title && { was: title }),
      },
      { op: 'set', part: 'q-31-opt-2', field: 'points', value: round % 7, was: points },
      {
        ...{ op: 'move', part: 'q-32' },
        place: { into: round % 2 === 0 ? 'sec-0' : 'sec-1', list: 'questions', after: null },
      },
    ];
    const outcome = applyChanges(document, changes);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    document = outcome.document;
  }
  return (performance.now() - began) / rounds;
}

test('an edit costs about as much in a draft of 500 questions as in one of 100', () => {
  const [small, large] = [largeDraft(100), largeDraft(500)];
  const costs = Array.from({ length: 30 }, () => [cost(small), cost(large)] as const);
  // The least of many, taken in turns: what else the machine does only ever adds. The least of eight still came to 1.58 on a
  // busy machine, where that of thirty stays near one.
  const least = (which: 0 | 1) => Math.min(...costs.map((each) => each[which]));
  expect(least(1) / least(0)).toBeLessThan(1.5);
});

test('an edit shares with the draft before it everything that it does not touch', () => {
  const before = largeDraft(100);
  const outcome = applyChanges(before, [{ op: 'set', part: 'q-30', field: 'weight', value: 2 }]);
  if (!outcome.ok) throw new Error('a conflict');
  const [one, two] = [before.questionnaire.sections, outcome.document.questionnaire.sections];
  expect(two.map((section, at) => section === one[at])).toEqual([true, false, true, true]);
  const changed = two[1]?.questions.filter((question, at) => question !== one[1]?.questions[at]);
  expect(changed?.map(({ id }) => id)).toEqual(['q-30']);
  expect(outcome.document.texts).toBe(before.texts);
});

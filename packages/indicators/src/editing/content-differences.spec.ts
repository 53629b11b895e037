import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { arbitraryFrom } from '../definition/draw.arbitrary.js';
import { applyChanges } from './apply-change.js';
import type { DraftChange } from './change.js';
import { buildChange, buildDraft } from './change.arbitrary.js';
import { contentDifferences } from './content-differences.js';
import { contentOf, type DraftDocument } from './draft-document.js';
import { givenDraft } from './given-draft.arbitrary.js';

function differences(document: DraftDocument, ...changes: DraftChange[]) {
  const outcome = applyChanges(document, changes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
  return contentDifferences(contentOf(document), contentOf(outcome.document));
}

test('what was changed is told with both values, by part', () => {
  const told = differences(
    givenDraft(),
    { op: 'set', part: 'opt-high', field: 'points', value: 5, was: 3 },
    { op: 'text', part: 'q-text', field: 'title', value: 'Why?', was: 'Title of q-text' },
    { op: 'set', part: 'index-one/ind-one', field: 'weight', value: 2, was: 1 },
    { op: 'move', part: 'q-text', place: { into: 'sec-one', list: 'questions', after: null } },
  );
  expect(told).toEqual([
    { change: 'moved', part: 'q-text', list: 'questions', code: 'Q.8', title: 'Why?' },
    {
      ...{ change: 'text', part: 'q-text', list: 'questions', code: 'Q.8', title: 'Why?' },
      ...{ field: 'title', language: 'en', from: 'Title of q-text', to: 'Why?' },
    },
    {
      ...{ change: 'field', part: 'opt-high', list: 'options', code: 'high', title: 'Title of opt-high' },
      ...{ field: 'points', from: 3, to: 5 },
    },
    {
      ...{ change: 'field', part: 'index-one/ind-one', list: 'members', code: 'IA' },
      ...{ title: 'Title of ind-one', field: 'weight', from: 1, to: 2 },
    },
  ]);
});

test('a part that comes or goes is told once, not with all that is in it', () => {
  expect(differences(givenDraft(), { op: 'remove', part: 'q-single' })).toEqual([
    { change: 'removed', part: 'q-single', list: 'questions', code: 'Q.2', title: 'Title of q-single' },
  ]);
  const value = {
    id: 'q-new',
    code: 'N',
    kind: 'single',
    required: false,
    options: [{ id: 'o-new', code: 'o' }],
  };
  const place = { into: 'sec-one', list: 'questions', after: 'q-text' } as const;
  expect(differences(givenDraft(), { op: 'insert', place, value })).toEqual([
    { change: 'added', part: 'q-new', list: 'questions', code: 'N' },
  ]);
});

test('two contents differ in something exactly if they are not the same', () => {
  fc.assert(
    fc.property(
      arbitraryFrom((draw) => {
        const start = buildDraft(draw);
        return [start, buildChange(draw, start, () => 'new-part')] as const;
      }),
      ([start, change]) => {
        const outcome = applyChanges(start, [change]);
        // Languages, accepted warnings and what a translation translates are no part of what readers see.
        if (
          !outcome.ok ||
          ['addLanguage', 'removeLanguage', 'accept', 'replace', 'translate'].includes(change.op)
        )
          return;
        const told = contentDifferences(contentOf(start), contentOf(outcome.document));
        const isSame = JSON.stringify(contentOf(start)) === JSON.stringify(contentOf(outcome.document));
        expect(told.length === 0).toBe(isSame);
      },
    ),
  );
});

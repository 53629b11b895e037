import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { checkQuestionnaire } from '../checks/check-questionnaire.js';
import { arbitraryFrom, type Draw } from '../definition/draw.arbitrary.js';
import { applyChange, applyChanges } from './apply-change.js';
import { DraftChange } from './change.js';
import { buildChange, buildDraft } from './change.arbitrary.js';
import { contentOf, openDraft, type DraftDocument } from './draft-document.js';
import { addressIn, listsOf } from './part-address.js';
import { readDraftContent } from './read-draft-content.js';
import { Touched, touchesOf } from './touches.js';

/** Ids that no draft has yet. */
function idMaker(stem = 'new'): () => string {
  let made = 0;
  return () => `${stem}-${String(++made)}`;
}

/** A draft and some changes, each drawn for the draft as the ones before left it; such as could be applied. */
function buildStory(draw: Draw, length: number): { start: DraftDocument; changes: DraftChange[] } {
  const start = buildDraft(draw);
  const newId = idMaker();
  const changes: DraftChange[] = [];
  let now = start;
  for (let at = 0; at < length; at += 1) {
    const change = buildChange(draw, now, newId);
    const outcome = applyChange(now, change);
    if (!outcome.ok) continue;
    now = outcome.document;
    changes.push(change);
  }
  return { start, changes };
}

const stories = (length: number) => arbitraryFrom((draw) => buildStory(draw, length));

describe('any change of any draft', () => {
  test('is taken back exactly by its inverse, also several in one', () => {
    fc.assert(
      fc.property(stories(12), ({ start, changes }) => {
        const outcome = applyChanges(start, changes);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
        const back = applyChanges(outcome.document, outcome.inverse);
        if (!back.ok) throw new Error(JSON.stringify(back.conflict));
        expect(contentOf(back.document)).toEqual(contentOf(start));
        const again = applyChanges(back.document, back.inverse);
        expect(again.ok && contentOf(again.document)).toEqual(contentOf(outcome.document));
      }),
    );
  });

  test('leaves the draft that it was given as it was', () => {
    fc.assert(
      fc.property(stories(8), ({ start, changes }) => {
        const before = JSON.stringify(contentOf(openDraft(contentOf(start))));
        applyChanges(start, changes);
        expect(JSON.stringify(contentOf(openDraft(contentOf(start))))).toBe(before);
      }),
    );
  });

  test('leaves a draft that opens again from its JSON, and that the checks read without failing', () => {
    fc.assert(
      fc.property(stories(20), ({ start, changes }) => {
        const outcome = applyChanges(start, changes);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
        const content = contentOf(outcome.document);
        const read = readDraftContent(JSON.parse(JSON.stringify(content)));
        if (!read.ok) throw new Error(JSON.stringify(read.faults));
        expect(contentOf(openDraft(read.content))).toEqual(content);
        checkQuestionnaire(content.questionnaire, content.source, content.translations);
      }),
    );
  });

  test('travels as JSON', () => {
    fc.assert(
      fc.property(stories(12), ({ changes }) => {
        for (const change of changes)
          expect(DraftChange.parse(JSON.parse(JSON.stringify(change)))).toEqual(change);
      }),
    );
  });
});

/** A draft and two changes that two people made of it at the same time. */
const pairs = arbitraryFrom((draw) => {
  const start = buildDraft(draw);
  return [
    start,
    buildChange(draw, start, idMaker('mine')),
    buildChange(draw, start, idMaker('theirs')),
  ] as const;
});

/** A draft without the order of its lists: of two who insert at one place, the one who comes later stands first. */
function withoutOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutOrder);
  const entries = Object.entries(value).map(([key, each]) => [key, withoutOrder(each)] as const);
  const lists = new Map(
    listsOf(value).map(([name, list]) => [
      name as string,
      Object.fromEntries(list.map((part) => [addressIn('', part), withoutOrder(part)])),
    ]),
  );
  return Object.fromEntries(entries.map(([key, each]) => [key, lists.get(key) ?? each]));
}

describe('two changes made at the same time', () => {
  test('come to the same in either order, unless they touch the same', () => {
    let met = 0;
    fc.assert(
      fc.property(pairs, ([start, mine, theirs]) => {
        const first = applyChange(start, mine);
        const second = applyChange(start, theirs);
        if (!first.ok || !second.ok) return;
        const touched = new Touched(touchesOf([mine], [first.inverse]));
        if (touchesOf([theirs], [second.inverse]).some((each) => touched.collidesWith(each))) return;
        met += 1;
        const one = applyChange(first.document, theirs);
        const other = applyChange(second.document, mine);
        if (!one.ok || !other.ok) throw new Error(JSON.stringify([mine, theirs, one, other]));
        expect(withoutOrder(contentOf(one.document))).toEqual(withoutOrder(contentOf(other.document)));
      }),
      { numRuns: 400 },
    );
    expect(met).toBeGreaterThan(100);
  });
});

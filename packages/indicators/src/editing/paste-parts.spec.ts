import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { arbitraryFrom } from '../definition/draw.arbitrary.js';
import { applyChanges } from './apply-change.js';
import { buildDraft } from './change.arbitrary.js';
import { CopiedParts, copyParts } from './clipboard.js';
import { contentOf, openDraft, textsOf, type DraftDocument } from './draft-document.js';
import { findPart } from './find-part.js';
import { givenDraft } from './given-draft.arbitrary.js';
import { duplicateParts, pasteParts } from './paste-parts.js';
import { readDraftContent } from './read-draft-content.js';
import { referencesIn } from './references.js';
import { sha256 } from './sha256.js';

function idMaker(): () => string {
  let made = 0;
  return () => `made-${String(++made)}`;
}

const atEnd = { into: 'sec-one', list: 'questions', after: 'q-text' } as const;

function pasted(document: DraftDocument, from: DraftDocument, parts: readonly string[]) {
  const paste = pasteParts(document, copyParts(from, parts), atEnd, idMaker(), sha256);
  const outcome = applyChanges(document, paste.changes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
  return { ...paste, document: outcome.document };
}

describe('copied questions', () => {
  test('get ids and codes of their own, keep their origin, and look at each other', () => {
    const draft = givenDraft();
    const { document, ids, dangling } = pasted(draft, draft, ['q-yes-no', 'q-single', 'opt-low']);
    const copy = findPart(document.questionnaire, ids.get('q-single') ?? '')?.part;
    expect(copy).toMatchObject({
      ...{ code: 'Q.4', derivedFrom: 'q-single' },
      askedIf: { question: ids.get('q-yes-no') },
      options: [
        { id: ids.get('opt-low'), code: 'low' },
        { id: ids.get('opt-high'), code: 'high' },
      ],
    });
    expect(textsOf(document, ids.get('opt-high') ?? '').translations['pl']?.title?.text).toBe(
      'PL Title of opt-high',
    );
    expect(dangling).toEqual([]);
  });

  test('keep what they name outside of the copy, and say what of it the draft does not have', () => {
    const draft = givenDraft();
    const within = pasted(draft, draft, ['q-single']);
    expect(within.dangling).toEqual([]);
    const other = givenDraft({ sections: [{ id: 'sec-one', code: 'S1', questions: [] }], indicators: [] });
    const { document, ids, dangling, languages } = pasted(other, draft, ['q-single']);
    const part = ids.get('q-single');
    expect(dangling).toEqual([
      { part, names: 'ind-one' },
      { part, names: 'q-yes-no' },
    ]);
    expect(languages).toEqual([]);
    expect(findPart(document.questionnaire, part ?? '')?.part['askedIf']).toMatchObject({
      question: 'q-yes-no',
    });
  });

  test('come into a draft of another source language with the texts that they have in it', () => {
    const draft = givenDraft();
    const polish = openDraft({
      ...contentOf(givenDraft({ sourceLanguage: 'pl', sections: [] })),
      translations: [{ language: 'en', texts: {} }],
    });
    const place = { into: 'questionnaire', list: 'sections', after: null } as const;
    const paste = pasteParts(polish, copyParts(draft, ['sec-one']), place, idMaker(), sha256);
    const outcome = applyChanges(polish, paste.changes);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    const texts = textsOf(outcome.document, paste.ids.get('q-single') ?? '');
    const source = 'PL Title of q-single';
    expect(texts.source.title).toBe(source);
    expect(texts.translations['en']?.title).toEqual({ text: 'Title of q-single', of: sha256(source) });
  });

  test('stand right behind the one they duplicate', () => {
    const draft = givenDraft();
    const outcome = applyChanges(draft, duplicateParts(draft, ['q-single'], idMaker(), sha256));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    const codes = outcome.document.questionnaire.sections[0]?.questions.map(({ code }) => code);
    expect(codes).toEqual(['Q.1', 'Q.2', 'Q.3', 'Q.8']);
  });
});

describe('questions that were cut', () => {
  const ID = 'the-draft';
  const cut = () => {
    const draft = givenDraft();
    const parts = copyParts(draft, ['q-yes-no'], ID);
    const outcome = applyChanges(draft, [{ op: 'remove', part: 'q-yes-no' }]);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    return { draft, parts, without: outcome.document };
  };
  const put = (document: DraftDocument, parts: CopiedParts, draftId = ID) => {
    const paste = pasteParts(document, parts, atEnd, idMaker(), sha256, draftId);
    const outcome = applyChanges(document, paste.changes);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
    return { ...paste, document: outcome.document };
  };

  test('are the same questions when they are pasted into their draft, named by whatever named them', () => {
    const { draft, parts, without } = cut();
    const { document, moved, ids } = put(without, parts);
    const [before, after] = [draft, document].map((each) => findPart(each.questionnaire, 'q-yes-no')?.part);
    expect([moved, ids.get('q-yes-no'), after]).toEqual([1, 'q-yes-no', before]);
    expect(findPart(document.questionnaire, 'q-single')?.part['askedIf']).toMatchObject({
      question: 'q-yes-no',
    });
    expect(textsOf(document, 'q-yes-no')).toEqual(textsOf(draft, 'q-yes-no'));
  });

  test('are new ones when they are pasted again, are still there, or come into another draft', () => {
    const { draft, parts, without } = cut();
    const results = [
      put(put(without, parts).document, parts),
      put(draft, parts),
      put(without, parts, 'other'),
    ];
    for (const { moved, ids, document } of results) {
      expect([moved, ids.get('q-yes-no')]).toEqual([0, 'made-1']);
      expect(findPart(document.questionnaire, 'made-1')?.part['derivedFrom']).toBe('q-yes-no');
    }
  });
});

test('parts that do not belong where they are pasted are left out and named', () => {
  const draft = givenDraft();
  const copied = copyParts(draft, ['ind-one', 'q-text']);
  const { changes, unplaced } = pasteParts(draft, copied, atEnd, idMaker(), sha256);
  expect([changes.length, unplaced]).toEqual([1, ['ind-one']]);
});

test('any part of any draft survives copying through JSON into another draft, naming nothing of the original', () => {
  fc.assert(
    fc.property(
      arbitraryFrom((draw) => [buildDraft(draw), draw.integer(0, 1000)] as const),
      ([draft, at]) => {
        const sections = draft.questionnaire.sections.map(({ id }) => id);
        const chosen = sections.slice(0, (at % sections.length) + 1);
        const copied = CopiedParts.parse(JSON.parse(JSON.stringify(copyParts(draft, chosen))));
        const place = { into: 'questionnaire', list: 'sections', after: null } as const;
        const paste = pasteParts(draft, copied, place, idMaker(), sha256);
        const outcome = applyChanges(draft, paste.changes);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
        expect(paste.dangling).toEqual([]);
        expect(readDraftContent(contentOf(outcome.document)).ok).toBe(true);
        const originals = new Set(paste.ids.keys());
        for (const id of paste.ids.values()) {
          const part = findPart(outcome.document.questionnaire, id)?.part ?? {};
          for (const named of referencesIn(part)) expect(originals).not.toContain(named);
        }
      },
    ),
    { numRuns: 60 },
  );
});

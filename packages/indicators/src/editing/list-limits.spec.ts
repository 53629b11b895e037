import { expect, test } from '@jest/globals';
import { applyChanges } from './apply-change.js';
import type { DraftChange } from './change.js';
import { DraftContent } from './draft-content.js';
import { contentOf, openDraft, type DraftDocument } from './draft-document.js';
import { findPart } from './find-part.js';
import { largeDraft } from './given-draft.arbitrary.js';
import { readDraftContent } from './read-draft-content.js';

const insert = (id: string, into = 'sec-0'): DraftChange => ({
  op: 'insert',
  place: { into, list: 'questions', after: null },
  value: { id, code: id, kind: 'text', required: false, maxLength: 10 },
});
const move = (part: string, into: string): DraftChange => ({
  ...{ op: 'move', part, place: { into, list: 'questions', after: null } },
});

function after(document: DraftDocument, ...changes: DraftChange[]): DraftDocument {
  const outcome = applyChanges(document, changes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
  return outcome.document;
}

test('a list takes as many parts as a version may have there, and the refusal of one more says how many', () => {
  const draft = after(largeDraft(205, 199), insert('q-new'));
  const full = {
    ok: false,
    conflict: { reason: 'misfit', part: 'sec-0', what: 'questions', within: '/place' },
  };
  for (const change of [insert('q-more'), move('q-200', 'sec-0')]) {
    const outcome = applyChanges(draft, [change]);
    expect(outcome).toMatchObject(full);
    expect(outcome).toMatchObject({ conflict: { message: expect.stringContaining('at most 200') } });
  }
  const moved = after(
    draft,
    move('q-3', 'sec-0'),
    insert('q-more', 'sec-1'),
    move('q-4', 'sec-1'),
    move('q-200', 'sec-0'),
  );
  expect(moved.questionnaire.sections.map(({ questions }) => questions.length)).toEqual([200, 7]);
});

test('what was taken already is made again, however long the list', () => {
  const many = Array.from({ length: 250 }, (_, at) => insert(`q-new-${String(at)}`));
  expect(applyChanges(largeDraft(25), many)).toMatchObject({ ok: false, conflict: { at: 175 } });
  const outcome = applyChanges(largeDraft(25), many, 'settled');
  if (!outcome.ok) throw new Error('a conflict');
  expect(outcome.document.questionnaire.sections[0]?.questions).toHaveLength(275);
  // Such a draft can be tidied up.
  expect(after(outcome.document, move('q-1', 'sec-0')).questionnaire.sections).toHaveLength(1);
});

test('a questionnaire of 2,000 questions comes in and is edited, each part found where it stands', () => {
  const read = readDraftContent(contentOf(largeDraft(2000, 200)));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const changes = Array.from({ length: 2000 }, (_, at): readonly DraftChange[] => {
    const [part, next] = [`q-${String(at)}`, `sec-${String(Math.floor(at / 200))}`];
    return [
      { op: 'remove', part },
      insert(`${part}-new`, next),
      { op: 'set', part: `${part}-new`, field: 'maxLength', value: at + 1, was: 10 },
    ];
  });
  const { questionnaire } = after(openDraft(read.content), ...changes.flat());
  for (const at of [0, 199, 200, 1999]) {
    expect(findPart(questionnaire, `q-${String(at)}`)).toBeUndefined();
    expect(findPart(questionnaire, `q-${String(at)}-opt-0`)).toBeUndefined();
    expect(findPart(questionnaire, `q-${String(at)}-new`)).toMatchObject({
      ...{ part: { maxLength: at + 1 }, owner: `sec-${String(Math.floor(at / 200))}` },
      steps: [
        { list: 'sections', at: Math.floor(at / 200) },
        { list: 'questions', at: 199 - (at % 200) },
      ],
    });
  }
});

test('a draft takes as many languages and accepted warnings as it can be shown with, and no more', () => {
  const languages = Array.from({ length: 40 }, (_, at): DraftChange => ({
    ...{ op: 'addLanguage', language: `x${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}` },
  }));
  const accepts = Array.from({ length: 2001 }, (_, at): DraftChange => ({
    ...{ op: 'accept', reason: 'On purpose.' },
    warning: { code: 'bandTooFine', part: 'q-1', field: `bands/${String(at)}` },
  }));
  for (const [changes, at, most] of [
    [languages, 39, '40'],
    [accepts, 2000, '2000'],
  ] as const) {
    const outcome = applyChanges(largeDraft(25), changes);
    expect(outcome).toMatchObject({
      ...{
        ok: false,
        conflict: { reason: 'misfit', at, message: expect.stringContaining(`at most ${most}`) },
      },
    });
    const full = after(largeDraft(25), ...changes.slice(0, at));
    expect(DraftContent.safeParse(contentOf(full)).success).toBe(true);
  }
});

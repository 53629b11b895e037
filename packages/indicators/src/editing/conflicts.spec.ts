import { describe, expect, test } from '@jest/globals';
import { applyChange, applyChanges } from './apply-change.js';
import { DraftChange } from './change.js';
import type { DraftContent } from './draft-content.js';
import { contentOf, textsOf, type DraftDocument } from './draft-document.js';
import { findPart } from './find-part.js';
import { givenDraft } from './given-draft.arbitrary.js';
import { mergeChanges } from './merge-changes.js';

const draft = givenDraft();

function after(document: DraftDocument, ...changes: DraftChange[]) {
  const outcome = applyChanges(document, changes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
  return { document: outcome.document, step: { changes, inverse: outcome.inverse } };
}

function conflictOf(document: DraftDocument, change: DraftChange) {
  const outcome = applyChange(document, change);
  return outcome.ok ? undefined : outcome.conflict;
}

const points = (option: string, value: number, was?: number): DraftChange => ({
  ...({ op: 'set', part: option, field: 'points', value } as const),
  ...(was !== undefined && { was }),
});
const weight = (value: number): DraftChange => ({ op: 'set', part: 'q-single', field: 'weight', value });
const remove = (part: string): DraftChange => ({ op: 'remove', part });

describe('two people at one draft', () => {
  test('change different fields of one question, and both changes hold', () => {
    const { document, step } = after(draft, weight(2));
    const merged = mergeChanges(
      document,
      [step],
      [{ op: 'text', part: 'q-single', field: 'title', value: 'New', was: 'Title of q-single' }],
    );
    if (!merged.ok) throw new Error('a conflict');
    expect(findPart(merged.document.questionnaire, 'q-single')?.part['weight']).toBe(2);
    expect(textsOf(merged.document, 'q-single').source.title).toBe('New');
  });

  test('change the same option, and the second is shown both values', () => {
    const { document, step } = after(draft, points('opt-high', 5, 3));
    const merged = mergeChanges(document, [step], [weight(2), points('opt-high', 4, 3)]);
    expect(merged).toEqual({
      ok: false,
      conflict: { reason: 'changed', at: 1, part: 'opt-high', what: 'points', found: 5, wanted: 4 },
    });
  });

  test('come to the same value by themselves, and there is no conflict', () => {
    const { document, step } = after(draft, points('opt-high', 5, 3));
    const merged = mergeChanges(document, [step], [points('opt-high', 5, 3)]);
    expect(merged).toMatchObject({ ok: true, document });
  });

  test('one removes what the other has changed: refused, since the change would be lost with it', () => {
    const { document, step } = after(draft, points('opt-high', 5, 3));
    for (const part of ['opt-high', 'q-single', 'sec-one'])
      expect(mergeChanges(document, [step], [remove(part)])).toMatchObject({
        ...{ ok: false, conflict: { reason: 'changed', part: 'opt-high' } },
      });
    expect(mergeChanges(document, [step], [remove('q-yes-no')]).ok).toBe(true);
  });

  test('one changes what the other has removed: refused, and the value comes back to its author', () => {
    const { document, step } = after(draft, remove('q-single'));
    expect(mergeChanges(document, [step], [weight(2)])).toMatchObject({
      ...{ ok: false, conflict: { reason: 'missing', part: 'q-single', what: 'weight' } },
    });
  });

  test('insert at the same place, and both parts are there', () => {
    const insert = (id: string): DraftChange => ({
      op: 'insert',
      place: { into: 'q-single', list: 'options', after: 'opt-low' },
      value: { id, code: id },
    });
    const { document, step } = after(draft, insert('opt-one'));
    const merged = mergeChanges(document, [step], [insert('opt-two')]);
    const question = merged.ok && findPart(merged.document.questionnaire, 'q-single');
    expect(question && question.part['options']).toMatchObject([
      { id: 'opt-low' },
      { id: 'opt-two' },
      { id: 'opt-one' },
      { id: 'opt-high' },
    ]);
  });
});

describe('a change', () => {
  test('that removes a question leaves the conditions that look at it, and takes its texts in all languages', () => {
    const { document, step } = after(draft, remove('q-yes-no'));
    expect(findPart(document.questionnaire, 'q-single')?.part['askedIf']).toMatchObject({
      question: 'q-yes-no',
    });
    expect(JSON.stringify(contentOf(document).translations)).not.toContain('q-yes-no');
    expect(contentOf(after(document, ...step.inverse).document)).toEqual(contentOf(draft));
  });

  test('goes to the end when both its neighbours are gone', () => {
    const { document } = after(draft, {
      op: 'insert',
      place: { into: 'sec-one', list: 'questions', after: 'q-gone', before: 'q-gone-too' },
      value: { id: 'q-new', code: 'N', kind: 'date', required: false },
    });
    expect(document.questionnaire.sections[0]?.questions.at(-1)?.id).toBe('q-new');
  });

  test.each<[string, DraftChange, string]>([
    [
      'sets a field that the part does not have',
      { op: 'set', part: 'q-single', field: 'cap', value: 1 },
      'no such field',
    ],
    [
      'sets a value of another type',
      { op: 'set', part: 'opt-low', field: 'points', value: 'many' },
      'expected number',
    ],
    [
      'takes away what must be there',
      { op: 'set', part: 'q-single', field: 'required', was: true },
      '“required” is missing',
    ],
    [
      'sets what makes a part what it is',
      { op: 'set', part: 'q-single', field: 'kind', value: 'text' },
      'no such field',
    ],
    ['sets a list of parts', { op: 'set', part: 'q-single', field: 'options', value: [] }, 'no such field'],
    [
      'moves a part into itself',
      { op: 'move', part: 'q-single', place: { into: 'q-single', list: 'options', after: null } },
      'into itself',
    ],
    [
      'moves a part where none such stand',
      { op: 'move', part: 'q-single', place: { into: 'q-yes-no', list: 'options', after: null } },
      'can not stand',
    ],
    [
      'inserts a part without an id',
      {
        op: 'insert',
        place: { into: 'q-single', list: 'options', after: null },
        value: { id: 'NO ID', code: 'x' },
      },
      '3 to 40 lower-case letters',
    ],
    [
      'inserts what is no part',
      {
        op: 'insert',
        place: { into: 'q-single', list: 'options', after: null },
        value: { id: 'opt-x', code: 'x', html: '' },
      },
      'html',
    ],
  ])('is refused when it %s', (_, change, message) => {
    expect(conflictOf(draft, change)).toMatchObject({
      reason: 'misfit',
      message: expect.stringContaining(message),
    });
  });

  test('is refused when its field is a name that every object has', () => {
    for (const part of ['questionnaire', 'q-single'])
      for (const field of ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'rules/constructor'])
        expect(conflictOf(draft, { op: 'set', part, field, value: 1 })).toMatchObject({
          ...{ reason: 'misfit', message: expect.stringContaining('no such field') },
        });
  });

  test('is refused when its condition is deeper than any reader can follow', () => {
    let condition: unknown = { op: 'answered', question: 'q-yes-no' };
    for (let depth = 0; depth < 50_000; depth += 1) condition = { op: 'not', of: condition };
    const change: DraftChange = { op: 'set', part: 'q-text', field: 'askedIf', value: condition };
    expect(conflictOf(draft, change)).toMatchObject({ reason: 'misfit' });
  });

  test('is refused when the part it inserts is there already', () => {
    const value = { id: 'opt-high', code: 'again' };
    const place = { into: 'q-single', list: 'options', after: null } as const;
    expect(conflictOf(draft, { op: 'insert', place, value })).toMatchObject({
      reason: 'exists',
      part: 'opt-high',
    });
  });

  test('keeps HTML and scripts as the text that they are', () => {
    const value = '<script>alert(1)</script><b>bold</b> &amp;';
    const { document } = after(draft, {
      op: 'text',
      part: 'q-single',
      field: 'title',
      value,
      was: 'Title of q-single',
    });
    expect(contentOf(document).source.texts['q-single.title']).toBe(value);
  });
});

test('a change may bring any JSON, but no number that JSON can not hold; the refusal says where it stands', () => {
  const set = { op: 'set', part: 'q-single', field: 'weight' };
  const insert = { op: 'insert', place: { into: 'q-single', list: 'options', after: null } };
  expect(
    DraftChange.safeParse({ ...set, value: [null, -0, 1.5e308, { a: '1e999' }], was: null }).success,
  ).toBe(true);
  expect(DraftChange.safeParse(set).success).toBe(true);
  for (const [change, path] of [
    [{ ...set, value: 1, was: JSON.parse('1e999') as unknown }, ['was']],
    [{ ...set, value: JSON.parse('{"a":[0,-1e999]}') as unknown }, ['value', 'a', 1]],
    [{ ...insert, value: { id: 'opt-new', code: 'n', points: Infinity } }, ['value', 'points']],
  ] as const)
    expect(DraftChange.safeParse(change).error?.issues).toMatchObject([{ path }]);
});

describe('what stands where an id belongs', () => {
  const text = { id: 'q-new', code: 'n', kind: 'text', required: false, maxLength: 10 };
  const insert = (value: object): DraftChange => ({
    op: 'insert',
    place: { into: 'sec-one', list: 'questions', after: null },
    value: { ...text, ...value },
  });
  const replace = (change: (words: string) => string): DraftChange => ({
    op: 'replace',
    content: JSON.parse(change(JSON.stringify(contentOf(draft)))) as DraftContent,
  });
  const wrong: readonly (readonly [within: string, DraftChange])[] = [
    ['/value', { op: 'set', part: 'q-single', field: 'indicator', value: 'X X', was: 'ind-one' }],
    ['/value/derivedFrom', insert({ derivedFrom: 'N O' })],
    ['/value/options/0/id', insert({ kind: 'single', options: [{ id: 'Ü', code: 'a' }] })],
    [
      '/content/questionnaire/sections/0/questions/0/id',
      replace((words) => words.replace('"id":"q-yes-no"', '"id":"NOT AN ID"')),
    ],
    ['/content/questionnaire', replace((words) => words.replaceAll('"q-text"', '"constructor"'))],
  ];

  test.each(wrong)('is an id, or the change is refused with the place: %s', (within, change) => {
    expect(conflictOf(draft, change)).toMatchObject({
      ...{ reason: 'misfit', within, message: expect.stringMatching(/\. [A-Z].*\.$/) },
    });
  });

  test('may be something else in what was taken once, which is made again as it was', () => {
    for (const [, change] of wrong.filter(([, { op }]) => op !== 'insert')) {
      const outcome = applyChanges(draft, [change], 'settled');
      expect(outcome).toMatchObject({ ok: true });
    }
  });
});

import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { applyChanges } from './apply-change.js';
import type { DraftChange } from './change.js';
import { arbitraryDraft } from './change.arbitrary.js';
import { textsOf, type DraftDocument } from './draft-document.js';
import { givenDraft } from './given-draft.arbitrary.js';
import { readTranslationRows } from './read-translation-rows.js';
import { sha256 } from './sha256.js';
import { translationRows } from './translation-rows.js';

const draft = givenDraft();
const sheet = () => translationRows(draft, ['pl'], sha256).map((row) => [...row] as unknown[]);
const rowOf = (rows: unknown[][], key: string) => rows.find((row) => row[0] === key) as unknown[];
const PL = 5;

function after(document: DraftDocument, ...changes: DraftChange[]): DraftDocument {
  const outcome = applyChanges(document, changes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
  return outcome.document;
}

function read(document: DraftDocument, rows: readonly unknown[][]) {
  const outcome = readTranslationRows(document, rows, sha256);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.columns));
  return { ...outcome, document: after(document, ...outcome.changes) };
}

test('a sheet that comes back as it went changes nothing, of any draft', () => {
  fc.assert(
    fc.property(arbitraryDraft(), (document) => {
      const languages = document.languages;
      if (languages.length === 0) return;
      const rows = translationRows(document, languages, sha256).map((row) => [...row]);
      const { changes, report } = read(document, rows);
      expect([changes, report.refused, report.absent]).toEqual([[], [], 0]);
    }),
    { numRuns: 50 },
  );
});

describe('a sheet with translations', () => {
  test('brings them in, fresh or checked, and tells each with its row', () => {
    const rows = sheet();
    rowOf(rows, 'q-single.title')[PL] = 'Ile?';
    rowOf(rows, 'opt-low.title')[PL + 1] = 'tak';
    const { report, document } = read(draft, rows);
    expect(report.changed).toMatchObject(
      [
        { key: 'opt-low.title', from: 'PL Title of opt-low', checked: true, stale: false },
        {
          key: 'q-single.title',
          to: 'Ile?',
          checked: false,
          row: rows.indexOf(rowOf(rows, 'q-single.title')) + 1,
        },
      ].sort((a, b) => rows.indexOf(rowOf(rows, a.key)) - rows.indexOf(rowOf(rows, b.key))),
    );
    expect(textsOf(document, 'q-single').translations['pl']?.title).toEqual({
      ...{ text: 'Ile?', of: sha256('Title of q-single') },
    });
  });

  test('whose source was changed since comes in stale', () => {
    const rows = sheet();
    rowOf(rows, 'q-single.title')[PL] = 'Ile?';
    const changed = after(draft, {
      op: 'text',
      part: 'q-single',
      field: 'title',
      value: 'How many?',
      was: 'Title of q-single',
    });
    const { report } = read(changed, rows);
    expect(report.changed).toMatchObject([{ key: 'q-single.title', stale: true }]);
  });

  test('never overwrites what somebody has translated since: both texts are told', () => {
    const rows = sheet();
    rowOf(rows, 'q-single.title')[PL] = 'Ile?';
    const was = textsOf(draft, 'q-single').translations['pl']?.title;
    const other = textsOf(draft, 'opt-low').translations['pl']?.title;
    const changed = after(
      draft,
      {
        op: 'translate',
        language: 'pl',
        part: 'q-single',
        field: 'title',
        value: { text: 'Jak wiele?', of: was?.of ?? '' },
        was,
      },
      {
        op: 'translate',
        language: 'pl',
        part: 'opt-low',
        field: 'title',
        value: { text: 'Mało', of: other?.of ?? '' },
        was: other,
      },
    );
    const { report, document } = read(changed, rows);
    expect(report.refused).toMatchObject([
      { key: 'q-single.title', column: 'pl', reason: 'changed', wanted: 'Ile?', found: 'Jak wiele?' },
    ]);
    // What nobody touched in the sheet does not undo what was done in the draft.
    expect(textsOf(document, 'opt-low').translations['pl']?.title?.text).toBe('Mało');
  });

  test('with cells that can not be taken has those refused, each with its row and why; empty ones say nothing', () => {
    const rows = sheet();
    rowOf(rows, 'q-single.title')[PL] = 'x'.repeat(2001);
    rowOf(rows, 'opt-low.title')[PL] = new Date(0);
    rowOf(rows, 'opt-high.title')[PL] = 12;
    rowOf(rows, 'q-text.title')[PL] = '   ';
    rowOf(rows, 'sec-one.title')[PL] = 'bell \u0007';
    rows.push(['q-gone.title', '', '', '', 'x', 'x'], [...rowOf(rows, 'ind-one.title')], [null, null]);
    const { report, document } = read(draft, rows);
    expect(report.refused.map(({ key, reason }) => `${key} ${reason}`).sort()).toEqual([
      'ind-one.title duplicateKey',
      'opt-low.title notText',
      'q-gone.title unknownKey',
      'q-single.title tooLong',
      'sec-one.title control',
    ]);
    expect(report.changed.map(({ key, to }) => [key, to])).toEqual([['opt-high.title', '12']]);
    expect(textsOf(document, 'q-text').translations['pl']?.title?.text).toBe('PL Title of q-text');
  });

  test('keeps what looks like a formula as the text it is', () => {
    const rows = sheet();
    rowOf(rows, 'q-single.title')[PL] = '=HYPERLINK("http://example.org")';
    expect(read(draft, rows).report.changed).toMatchObject([{ to: '=HYPERLINK("http://example.org")' }]);
  });
});

test.each<[string, unknown[][], unknown]>([
  ['nothing in it', [], { missing: ['key', 'en (source)', 'pl'], unknown: [], duplicate: [] }],
  [
    'other columns',
    [['Name', 'Age']],
    { missing: ['key', 'en (source)', 'pl'], unknown: ['Name', 'Age'], duplicate: [] },
  ],
  [
    'a language that the draft does not have',
    [['key', 'en (source)', 'pl', 'de']],
    { missing: [], unknown: ['de'], duplicate: [] },
  ],
  ['a column twice', [['key', 'en (source)', 'pl', 'pl']], { missing: [], unknown: [], duplicate: ['pl'] }],
])('a sheet with %s is refused as a whole, and says why', (_, rows, columns) => {
  expect(readTranslationRows(draft, rows, sha256)).toEqual({ ok: false, columns });
});

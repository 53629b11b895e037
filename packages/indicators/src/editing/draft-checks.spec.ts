import { describe, expect, test } from '@jest/globals';
import { applyChanges } from './apply-change.js';
import type { DraftChange } from './change.js';
import { blockingFaults, checkDraft, warningKeyOf } from './draft-checks.js';
import { contentOf, openDraft, type DraftDocument } from './draft-document.js';
import { givenDraft } from './given-draft.arbitrary.js';
import { sha256 } from './sha256.js';
import { translationEntries, translationOf, translationProgress } from './translation-state.js';

function after(document: DraftDocument, ...changes: DraftChange[]): DraftDocument {
  const outcome = applyChanges(document, changes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
  return outcome.document;
}

const draft = givenDraft();
const newTitle: DraftChange = {
  op: 'text',
  part: 'opt-high',
  field: 'title',
  value: 'Higher',
  was: 'Title of opt-high',
};
const newHelp: DraftChange = { op: 'text', part: 'q-text', field: 'help', value: 'Say more.' };
const placesOf = (document: DraftDocument) =>
  checkDraft(document, sha256).map(
    ({ code, severity, part, field = '' }) => `${severity} ${code} ${part} ${field}`,
  );

describe('the checks of a draft', () => {
  test('find nothing in a draft that is ready', () => {
    expect(placesOf(draft)).toEqual([]);
  });

  test('lead to the part and its field, wherever it stands', () => {
    const document = after(
      draft,
      { op: 'set', part: 'q-single', field: 'indicator', value: 'ind-gone', was: 'ind-one' },
      { op: 'set', part: 'opt-high', field: 'code', value: 'low', was: 'high' },
      { op: 'set', part: 'index-one/ind-one', field: 'weight', value: 0, was: 1 },
      { op: 'text', part: 'q-text', field: 'title', was: 'Title of q-text' },
    );
    expect(
      placesOf(after(document, { op: 'set', part: 'index-one/ind-one', field: 'weight', value: 1, was: 0 })),
    ).toEqual([
      'error duplicateCode opt-high code',
      'error unknownIndicator q-single indicator',
      'error missingTitle q-text text/title',
    ]);
    expect(placesOf(document)).toContain('error badValue index-one/ind-one weight');
  });

  test('let a warning stand when its author says why, and say no more of it when it comes up elsewhere', () => {
    const warned = after(draft, {
      op: 'insert',
      place: { into: 'questionnaire', list: 'indicators', after: 'ind-one' },
      value: { id: 'ind-two', code: 'IB' },
      texts: { 'ind-two': { source: { title: 'Two' }, translations: {} } },
    });
    const faults = checkDraft(warned, sha256).filter(({ severity }) => severity === 'warning');
    expect(faults.length).toBeGreaterThan(0);
    const document = after(
      warned,
      ...faults.map((fault): DraftChange => ({
        op: 'accept',
        warning: warningKeyOf(fault),
        reason: 'On purpose.',
      })),
    );
    const left = checkDraft(document, sha256);
    expect(left.filter(({ severity }) => severity === 'warning').map(({ accepted }) => accepted)).toEqual(
      faults.map(() => 'On purpose.'),
    );
    expect(blockingFaults(left).map(({ severity }) => severity)).not.toContain('warning');
  });
});

describe('translations', () => {
  test('of scored texts come first and keep a version from being published when they are stale or missing', () => {
    const document = after(draft, newTitle, newHelp);
    const entries = translationEntries(document, 'pl', sha256);
    const scored = entries.findLastIndex(({ isScored }) => isScored);
    expect(entries.slice(0, scored + 1).every(({ isScored }) => isScored)).toBe(true);
    expect(entries.find(({ part }) => part === 'opt-high')).toMatchObject({
      ...{ state: 'stale', isScored: true, question: 'q-single', code: 'high' },
    });
    expect(translationProgress(entries)).toEqual({
      ...{ all: 10, missing: 1, stale: 1, new: 8, checked: 0, scoredOpen: 1 },
    });
    expect(placesOf(document)).toEqual([
      'error staleTranslation opt-high translation/pl/title',
      'warning missingTranslation questionnaire translation/pl',
    ]);
    expect(checkDraft(document, sha256).find(({ part }) => part === 'questionnaire')?.message).toBe(
      '1 text that is not scored is missing or stale in “pl”.',
    );
  });

  test('are no longer stale once they translate the text that stands', () => {
    const document = after(draft, newTitle);
    const [entry] = translationEntries(document, 'pl', sha256).filter(({ state }) => state === 'stale');
    if (!entry?.text) throw new Error('nothing is stale');
    const mended = after(document, {
      ...({ op: 'translate', language: 'pl', part: entry.part, field: entry.field } as const),
      ...{ value: translationOf(entry.source, entry.text.text, sha256, true), was: entry.text },
    });
    expect(placesOf(mended)).toEqual([]);
    expect(translationProgress(translationEntries(mended, 'pl', sha256)).checked).toBe(1);
  });
});

test('texts of a part that there is not are kept and reported', () => {
  const content = contentOf(draft);
  const odd = { ...content.source.texts, 'q-gone.title': 'x', 'no key': 'y', '.title': 'z', 'q-text.': 'w' };
  const document = openDraft({ ...content, source: { ...content.source, texts: odd } });
  expect(contentOf(document).source.texts).toEqual(odd);
  expect(placesOf(document).filter((each) => each.includes('unknownText'))).toHaveLength(4);
});

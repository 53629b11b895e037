import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { openDraft, sha256, type DraftChange, type PartAddress } from '@kilim/indicators';
import { givenSpeech, VERSION } from '../../testing/given';
import { DraftDesk } from '../desk/draft-desk';
import { PartActions } from './part-actions';

async function given() {
  const { questionnaire, source } = VERSION;
  const edited: DraftChange[] = [];
  let made = 0;
  const desk = {
    document: signal(openDraft({ questionnaire, source, translations: [], accepted: [] })),
    digest: sha256,
    newId: () => `new-${String(++made)}`,
    edit: (changes: readonly DraftChange[]) => void edited.push(...changes),
  };
  TestBed.configureTestingModule({ providers: [PartActions, { provide: DraftDesk, useValue: desk }] });
  await givenSpeech();
  const actions = TestBed.inject(PartActions);
  const duplicate = (...parts: readonly PartAddress[]) => actions.duplicate(parts);
  return { actions, duplicate, edited };
}

describe('duplicating parts', () => {
  it('says so and tells which copy to open', async () => {
    const { actions, duplicate, edited } = await given();
    const id = duplicate('q-yes');
    expect(edited).toMatchObject([{ op: 'insert', place: { after: 'q-yes' }, value: { id } }]);
    expect(actions.said()).toBe('1 part duplicated; the copy is open.');
  });
});

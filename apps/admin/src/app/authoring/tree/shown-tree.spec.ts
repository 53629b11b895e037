import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, it } from '@jest/globals';
import { openDraft } from '@kilim/indicators';
import { givenSpeech, SPEAKING } from '../../testing/given';
import { givenDraft } from '../../testing/given-desk';
import { DraftBook } from '../desk/draft-book';
import { DraftDesk } from '../desk/draft-desk';
import { ShownTree } from './shown-tree';

let tree: ShownTree;

beforeEach(async () => {
  const document = openDraft(givenDraft().content);
  const desk = { document: signal(document), book: signal(new DraftBook(document, 'en')) };
  TestBed.configureTestingModule({
    providers: [...SPEAKING, ShownTree, { provide: DraftDesk, useValue: desk }],
  });
  await givenSpeech();
  tree = TestBed.inject(ShownTree);
});

const parts = () => tree.rows().map(({ part }) => part);

it('opens down to a part, in the other view where only that one has it', () => {
  expect(parts()).not.toContain('q-some');
  tree.reveal('q-some');
  expect([tree.view(), parts().includes('q-some')]).toEqual(['form', true]);
  tree.reveal('c-lens');
  expect([tree.view(), parts().includes('c-lens')]).toEqual(['scores', true]);
});

it('stays as it is where a part is looked for that the draft does not have', () => {
  const before = parts();
  tree.reveal('q-nowhere');
  expect([tree.view(), parts()]).toEqual(['form', before]);
});

it('shows what is looked for with everything above it, whatever is open, and all as it was afterwards', () => {
  const before = parts();
  tree.find.set('colours which');
  expect(parts()).toEqual(['s-one', 'q-some']);
  tree.find.set('');
  expect(parts()).toEqual(before);
});

it('closes what somebody closes', () => {
  tree.reveal('q-some');
  const section = tree.rows().find(({ part }) => part === 's-one');
  if (section) tree.toggle(section, false);
  expect(parts()).not.toContain('q-some');
});

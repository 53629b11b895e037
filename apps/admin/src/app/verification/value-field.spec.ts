import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { BOOK, givenSpeech, SPEAKING } from '../testing/given';
import { ValueField } from './value-field';

/** The field for the value of a share, and what has been typed into it. */
async function typed(text: string): Promise<{ readonly answer: unknown; readonly words: string }> {
  TestBed.configureTestingModule({ providers: [...SPEAKING] });
  await givenSpeech();
  const fixture = TestBed.createComponent(ValueField);
  fixture.componentRef.setInput('compiled', BOOK.compiled.byId.get('q-share'));
  fixture.componentRef.setInput('book', BOOK);
  TestBed.tick();
  const element: HTMLElement = fixture.nativeElement;
  const field = element.querySelector('input');
  if (field) field.value = text;
  field?.dispatchEvent(new Event('input'));
  TestBed.tick();
  return { answer: fixture.componentInstance.answer(), words: element.textContent };
}

it.each([
  ['31,2', 31.2],
  ['31.2', 31.2],
  ['1\u202f234', 1234],
  ['−3', -3],
])('a figure is read as people write it: %j', async (text, value) => {
  expect((await typed(text)).answer).toEqual({ kind: 'value', value });
});

it.each(['about 3', '1.2.3', '1e5', '1,234', '1.234', '12 34'])(
  'a figure is never guessed, and it is said how to write it: %j',
  async (text) => {
    const { answer, words } = await typed(text);
    expect(answer).toBeUndefined();
    expect(words).toContain('This cannot be read as one number.');
  },
);

it('nothing is no figure, and nothing wrong', async () => {
  const { answer, words } = await typed('');
  expect([answer, words.includes('number')]).toEqual([undefined, false]);
});

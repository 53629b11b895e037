import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { NO_ERRORS_SCHEMA, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { languageCookie, type LibraryQuestion } from '@kilim/contracts';
import { openDraft } from '@kilim/indicators';
import { Say } from '../../language/say';
import { SPEAKING, VERSION } from '../../testing/given';
import { givenDraft } from '../../testing/given-desk';
import { DraftDesk } from '../desk/draft-desk';
import { PartActions } from '../tree/part-actions';
import { LibraryPage } from './library-page';

const QUESTION: LibraryQuestion = {
  ...{ id: 'q-yes', code: 'A.1', title: 'Is there a plan?', kind: 'yesNo', line: 'TEST' },
  uses: [{ in: 'version', id: VERSION.id, version: VERSION.version, rounds: 1 }],
};

/** The library beside a draft, with one question found. */
async function render() {
  document.cookie = languageCookie('en', location.origin);
  const { content, ...facts } = givenDraft();
  const inserted: string[] = [];
  const desk = {
    draft: signal(facts),
    document: signal(openDraft(content)),
    mayEdit: () => true,
    book: () => undefined,
  };
  const actions = { insert: () => `new-${String(inserted.push('one'))}` };
  TestBed.configureTestingModule({
    providers: [
      ...[...SPEAKING, provideRouter([]), provideHttpClient(), provideHttpClientTesting()],
      { provide: DraftDesk, useValue: desk },
      { provide: PartActions, useValue: actions },
    ],
  });
  // jsdom does not know <search>.
  TestBed.overrideComponent(LibraryPage, { add: { schemas: [NO_ERRORS_SCHEMA] } });
  await TestBed.inject(Say).begin();
  const fixture = TestBed.createComponent(LibraryPage);
  const element: HTMLElement = fixture.nativeElement;
  document.body.append(element);
  const server = TestBed.inject(HttpTestingController);
  const answer = async (ending: string, body: object) => {
    TestBed.tick();
    for (const call of server.match(({ url }) => url.endsWith(ending))) call.flush(body);
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  await answer('/library', { questions: [QUESTION], more: 0 });
  return { element, inserted, answer };
}

describe('copying a question from the library', () => {
  it('copies it once however often it is pressed, and goes on at the way to the copy', async () => {
    const { element, inserted, answer } = await render();
    const button = element.querySelector<HTMLButtonElement>('li button');
    button?.click();
    button?.click();
    await answer(`/questionnaire-versions/${VERSION.id}`, VERSION);
    await answer(`/questionnaire-versions/${VERSION.id}`, VERSION);
    expect(inserted).toHaveLength(1);
    expect(document.activeElement?.id).toBe('copied-q-yes');
  });
});

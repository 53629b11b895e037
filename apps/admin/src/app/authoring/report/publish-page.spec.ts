import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, it } from '@jest/globals';
import { givenSpeech, SPEAKING, VERSION } from '../../testing/given';
import { DraftChecks } from '../checks/draft-checks';
import { DraftDesk } from '../desk/draft-desk';
import { DraftPost } from '../desk/draft-post';
import { VersionLine } from '../desk/version-line';
import { PublishPage } from './publish-page';

const [OWN, OTHER] = ['01900000-0000-7000-8000-0000000000d1', '01900000-0000-7000-8000-0000000000d2'];
const HELENA = { id: OWN, name: 'Helena' };

/**
 * The page of what changes in a draft, of whose line one version is published and of which no report was made.
 *
 * @param draftId of the draft that became that version
 */
async function givenPage(mayEdit: boolean, draftId = OTHER): Promise<HTMLElement> {
  const { questionnaire, source: _source, translations: _translations, ...summary } = VERSION;
  const desk = {
    draft: signal({ id: OWN, programmeId: OWN, changedBy: HELENA }),
    document: signal({ questionnaire }),
    ...{ mayEdit: signal(mayEdit), revision: signal(7), pending: signal([]), book: signal(undefined) },
  };
  const checks = { faults: signal([]), blocking: signal([]), errors: () => [], warnings: () => [] };
  TestBed.configureTestingModule({
    providers: [
      ...[...SPEAKING, VersionLine, provideRouter([]), provideHttpClient(), provideHttpClientTesting()],
      { provide: DraftDesk, useValue: desk },
      { provide: DraftChecks, useValue: checks },
      { provide: DraftPost, useValue: { state: () => 'saved' } },
    ],
  });
  await givenSpeech();
  const element: HTMLElement = TestBed.createComponent(PublishPage).nativeElement;
  TestBed.tick();
  const server = TestBed.inject(HttpTestingController);
  const version = { ...summary, publishedBy: HELENA, rounds: [], draftId };
  for (const request of server.match(() => true))
    if (!request.cancelled)
      request.flush(request.request.url.includes('/drafts/') ? { reports: [] } : { versions: [version] });
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
  return element;
}

const NONE = 'No report was made of what changes.';

it('whoever may change a draft chooses what it is compared with, and makes the report', async () => {
  const page = await givenPage(true);
  expect([
    page.querySelectorAll('select').length,
    page.textContent.includes('Make the change report'),
  ]).toEqual([1, true]);
  expect(page.textContent).not.toContain(NONE);
});

it('whoever can not make a report chooses nothing for it, and reads that there is none', async () => {
  const page = await givenPage(false);
  expect(page.querySelector('select')).toBeNull();
  expect(page.textContent).toContain(NONE);
});

it('a draft that has become the first version of its line is compared with nothing, least of all with itself', async () => {
  const page = await givenPage(false, OWN);
  expect(page.textContent).toContain('This is the first version of its line');
});

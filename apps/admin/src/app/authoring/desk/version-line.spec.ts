import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { VERSION } from '../../testing/given';
import { DraftDesk } from './draft-desk';
import { VersionLine } from './version-line';

const PROGRAMME = '01900000-0000-7000-8000-0000000000f1';
const OWN = '01900000-0000-7000-8000-0000000000d1';

/** The line of a draft of this name, in a programme that has published 2026.1 from the draft with this id. */
async function givenLine(code: string, version: string, draftId: string): Promise<VersionLine> {
  const desk = {
    draft: signal({ id: OWN, programmeId: PROGRAMME }),
    document: signal({ questionnaire: { code, version } }),
  };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      VersionLine,
      { provide: DraftDesk, useValue: desk },
    ],
  });
  const line = TestBed.inject(VersionLine);
  TestBed.tick();
  const { questionnaire: _structure, source: _source, translations: _translations, ...summary } = VERSION;
  const publishedBy = { id: OWN, name: 'Marek' };
  TestBed.inject(HttpTestingController)
    .expectOne(() => true)
    .flush({ versions: [{ ...summary, publishedBy, rounds: [], draftId }] });
  await new Promise((done) => setTimeout(done));
  return line;
}

describe('the line of versions that a draft continues', () => {
  const other = '01900000-0000-7000-8000-0000000000d2';

  it('says that the name of the draft is taken by a published version', async () => {
    expect((await givenLine('TEST', '2026.1', other)).isNameTaken()).toBe(true);
  });

  it('leaves a name alone that is another line’s, or that nobody has', async () => {
    expect((await givenLine('OTHER', '2026.1', other)).isNameTaken()).toBe(false);
    TestBed.resetTestingModule();
    expect((await givenLine('TEST', '2026.2', other)).isNameTaken()).toBe(false);
  });

  it('leaves the name alone that the draft itself was published under', async () => {
    expect((await givenLine('TEST', '2026.1', OWN)).isNameTaken()).toBe(false);
  });
});

import { HttpResponse, provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, expect, it } from '@jest/globals';
import type { Assessment, Finding } from '@kilim/contracts';
import { scoreAssessment } from '@kilim/indicators';
import { EMPTY, of } from 'rxjs';
import { BOOK, givenSpeech, SERVER_NOW, SPEAKING, VERSION } from '../testing/given';
import { CityPage } from './city-page';

const ID = '01900000-0000-7000-8000-0000000000ee';
const CITY = `/api/assessments/${ID}`;
const { questionnaire: _, source: __, translations: ___, ...version } = VERSION;
const HASH = '0'.repeat(64);

const ASSESSMENT: Assessment = {
  id: ID,
  city: { id: ID, name: 'Belmora', country: 'Nowhere', fictional: true, facts: [] },
  round: { id: ID, name: '2026', kind: 'real', programmeName: 'A programme' },
  version,
  ...{ state: 'underVerification', stateSince: SERVER_NOW, now: SERVER_NOW, reader: 'first', may: [] },
  deadline: { localTime: '2026-04-30T23:59', zone: 'Europe/Warsaw', instant: '2026-04-30T21:59:59.999Z' },
};

const FINDING: Finding = {
  ...{ id: ID, questionId: 'q-yes', instanceId: '', reader: 'first', sequence: 1 },
  ...{ answer: { kind: 'value', value: false }, reasonCode: 'noEvidence', reason: 'None.' },
  ...{ isOutdated: false, isSuperseded: false, evidenceIds: [], recordedAt: SERVER_NOW },
  recordedBy: { id: ID, name: 'Helena' },
};

// jsdom has none.
globalThis.matchMedia ??= () => Object.assign(new EventTarget(), { matches: false }) as MediaQueryList;

let findings: readonly Finding[];

beforeEach(async () => {
  const scorecard = scoreAssessment(BOOK.compiled, {}, { basis: 'claimed' });
  const answers = (): Readonly<Record<string, unknown>> => ({
    [CITY]: ASSESSMENT,
    [`${CITY}/scorecard`]: { scorecard, engineVersion: '1', inputHash: HASH, versionHash: HASH },
    [`${CITY}/answers`]: { answers: [], sequence: 0 },
    [`${CITY}/evidence`]: { evidence: [], fileRoom: { mostBytes: 1, roomBytes: 1, usedBytes: 0 } },
    [`${CITY}/findings`]: { findings },
    [`/api/questionnaire-versions/${VERSION.id}`]: VERSION,
  });
  TestBed.configureTestingModule({
    providers: [
      ...SPEAKING,
      provideRouter([]),
      provideHttpClient(
        withInterceptors([
          ({ url }) => {
            const body = answers()[url.split('?')[0] ?? ''];
            return body === undefined ? EMPTY : of(new HttpResponse({ status: 200, body }));
          },
        ]),
      ),
    ],
  });
  await givenSpeech();
});

/** What the page of the city says. */
async function words(): Promise<string> {
  const fixture = TestBed.createComponent(CityPage);
  fixture.componentRef.setInput('assessmentId', ID);
  for (let turn = 0; turn < 3; turn += 1) {
    TestBed.tick();
    await new Promise((done) => setTimeout(done));
  }
  return (fixture.nativeElement as HTMLElement).textContent;
}

it('a city of which something was found is known by that', async () => {
  findings = [FINDING];
  expect(await words()).not.toContain('No finding yet');
});

it('a city that only a second reader has looked at is known by what it claims: second readings never score', async () => {
  findings = [{ ...FINDING, reader: 'second' }];
  expect(await words()).toContain('No finding yet');
});

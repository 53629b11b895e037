import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { HttpErrorResponse, HttpResponse, provideHttpClient, withInterceptors } from '@angular/common/http';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Assessment, Finding } from '@kilim/contracts';
import { scoreAssessment } from '@kilim/indicators';
import { map, of, Subject } from 'rxjs';
import { givenDialogs } from '../testing/given-page';
import { BOOK, givenSpeech, SERVER_NOW, SPEAKING, VERSION } from '../testing/given';
import { routes } from './verification.routes';

const ID = '01900000-0000-7000-8000-0000000000ee';
const CITY = `/api/assessments/${ID}`;
const HELENA = { id: ID, name: 'Helena' };
const { questionnaire: _, source: __, translations: ___, ...version } = VERSION;

const ASSESSMENT: Assessment = {
  id: ID,
  city: { id: ID, name: 'Belmora', country: 'Nowhere', fictional: true, facts: [] },
  round: { id: ID, name: '2026', kind: 'real', programmeName: 'A programme' },
  version,
  ...{ state: 'underVerification', stateSince: SERVER_NOW, now: SERVER_NOW, reader: 'first' },
  deadline: { localTime: '2026-04-30T23:59', zone: 'Europe/Warsaw', instant: '2026-04-30T21:59:59.999Z' },
  may: ['finding:write'],
};

const answer = (questionId: string, at: number) => ({
  ...{ questionId, instanceId: '', revision: 1, eventId: `01900000-0000-7000-8000-0000000000f${String(at)}` },
  ...{ answer: { kind: 'value', value: true }, faults: [], savedAt: SERVER_NOW, savedBy: HELENA },
});

const RECORDED: Finding = {
  ...{ id: ID, questionId: 'q-yes', instanceId: '', reader: 'first', sequence: 1 },
  ...{ answer: { kind: 'value', value: false }, reasonCode: 'noEvidence', reason: 'None.' },
  ...{ isOutdated: false, isSuperseded: false, evidenceIds: [], recordedAt: SERVER_NOW, recordedBy: HELENA },
};

const ANSWERS: Readonly<Record<string, unknown>> = {
  [CITY]: ASSESSMENT,
  [`${CITY}/answers`]: { answers: [answer('q-yes', 1)], sequence: 1 },
  [`${CITY}/evidence`]: { evidence: [], fileRoom: { mostBytes: 1, roomBytes: 1, usedBytes: 0 } },
  [`${CITY}/findings`]: { findings: [] },
  [`${CITY}/clarifications`]: { clarifications: [] },
  [`${CITY}/history`]: { entries: [] },
  [`/api/questionnaire-versions/${VERSION.id}`]: VERSION,
};

/** The page at the first question, with a finding of it on its way to a slow server. */
async function givenRecording() {
  await givenSpeech();
  const harness = await RouterTestingHarness.create(`/verification/${ID}/q-yes?filter=all`);
  const page = async (): Promise<HTMLElement> => {
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
    return harness.fixture.nativeElement as HTMLElement;
  };
  const fill = async (selector: string, value: string): Promise<void> => {
    const field = (await page()).querySelector<HTMLSelectElement | HTMLTextAreaElement>(selector);
    if (field === null) throw new Error(`No ${selector} in ${(await page()).textContent}`);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  await fill('#finding-value', 'no');
  await fill('#finding-reason-code', 'noEvidence');
  await fill('#finding-reason', 'None.');
  (await page()).querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  const open = async (question: string): Promise<void> => {
    (await page()).querySelector<HTMLAnchorElement>(`[data-question="${question}"]`)?.click();
    await page();
  };
  const heading = async () => (await page()).querySelector('#question-heading')?.textContent.trim();
  const foot = async () => (await page()).querySelector('.keys')?.textContent ?? '';
  return { page, fill, open, heading, foot };
}

let coming: Subject<unknown>;

beforeEach(() => {
  sessionStorage.clear();
  coming = new Subject();
  TestBed.configureTestingModule({
    providers: [
      ...SPEAKING,
      provideRouter([{ path: 'verification', children: routes }], withComponentInputBinding()),
      provideHttpClient(
        withInterceptors([
          ({ method, url }) =>
            (method === 'POST' ? coming : of(ANSWERS[url.split('?')[0] ?? ''])).pipe(
              map((body) => new HttpResponse({ status: 200, body })),
            ),
        ]),
      ),
    ],
  });
});

describe('a finding on its way to a slow server', () => {
  it('leaves whoever went on to another question there, and says at the foot which one was recorded', async () => {
    const { open, heading, foot } = await givenRecording();
    await open('q-words');
    const scorecard = scoreAssessment(BOOK.compiled, {}, { basis: 'found' });
    coming.next({ finding: RECORDED, state: 'underVerification', scorecard });
    coming.complete();
    expect(await foot()).toContain('A.1: finding recorded');
    expect(await heading()).toBe('In your words');
  });

  it('has its problem at its own question, and the way there at the foot of every other', async () => {
    const { page, open, foot } = await givenRecording();
    await open('q-words');
    coming.error(new HttpErrorResponse({ status: 0 }));
    expect(await foot()).toContain('A.1: the finding was not recorded. No answer from the server.');
    expect((await page()).querySelector('form [role=alert]')).toBeNull();
    (await page()).querySelector<HTMLAnchorElement>('.keys a')?.click();
    await page();
    const form = (await page()).querySelector('form');
    expect(form?.querySelector('[role=alert]')?.textContent).toContain('No answer from the server');
    expect(form?.querySelector<HTMLTextAreaElement>('#finding-reason')?.value).toBe('None.');
  });
});

describe('accepting a claim', () => {
  it('proposes no words about evidence where the city has given none, and says so', async () => {
    givenDialogs();
    await givenSpeech();
    const harness = await RouterTestingHarness.create(`/verification/${ID}/q-yes?filter=all`);
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
    const page = harness.fixture.nativeElement as HTMLElement;
    [...page.querySelectorAll('button')]
      .find(({ textContent }) => textContent.trim() === 'Accept the claim')
      ?.click();
    harness.detectChanges();
    const dialog = page.querySelector('dialog');
    expect(dialog?.textContent).toContain('The city has given no evidence');
    expect(dialog?.querySelector('textarea')?.value).toBe('');
  });
});

import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { languageCookie, type RecordFinding } from '@kilim/contracts';
import { scoreAssessment } from '@kilim/indicators';
import { Say } from '../language/say';
import { Session } from '../session/session';
import { BOOK, SPEAKING } from '../testing/given';
import { FindingForm } from './finding-form';
import { queueOf } from './queue';

const ASSESSMENT = '01900000-0000-7000-8000-0000000000ee';
const claim = {
  questionId: 'q-yes',
  instanceId: '' as const,
  revision: 1,
  eventId: '01900000-0000-7000-8000-0000000000ef',
  answer: { kind: 'value' as const, value: true },
  faults: [],
  savedAt: '2026-04-01T10:00:00.000Z',
  savedBy: { id: ASSESSMENT, name: 'A' },
};

async function render(accountId = 'helena') {
  document.cookie = languageCookie('en', location.origin);
  TestBed.resetTestingModule();
  const session = { current: signal({ account: { id: accountId } }) };
  TestBed.configureTestingModule({ providers: [...SPEAKING, { provide: Session, useValue: session }] });
  await TestBed.inject(Say).begin();
  const scorecard = scoreAssessment(BOOK.compiled, { 'q-yes': claim.answer }, { basis: 'found' });
  const [item] = queueOf({
    compiled: BOOK.compiled,
    scorecard,
    answers: [claim],
    findings: [],
    evidence: [],
    clarifications: [],
  });
  const fixture = TestBed.createComponent(FindingForm);
  fixture.componentRef.setInput('assessmentId', ASSESSMENT);
  fixture.componentRef.setInput('item', item);
  fixture.componentRef.setInput('book', BOOK);
  fixture.componentRef.setInput('isBusy', false);
  const sent: RecordFinding[] = [];
  fixture.componentInstance.recorded.subscribe((body) => sent.push(body));
  await fixture.whenStable();
  const element: HTMLElement = fixture.nativeElement;
  document.body.replaceChildren(element);
  const choose = async (selector: string, value: string) => {
    const field = element.querySelector<HTMLSelectElement | HTMLTextAreaElement>(selector);
    if (field === null) throw new Error(`No ${selector}`);
    field.value = value;
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
    await fixture.whenStable();
  };
  const send = async () => {
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
  };
  return { element, choose, send, sent };
}

beforeEach(() => sessionStorage.clear());

describe('recording a finding', () => {
  it('shows what each value is worth', async () => {
    const { element } = await render();
    expect(element.querySelector('#finding-value')?.textContent).toContain('Yes (3 points)');
  });

  it('sends nothing until value, reason and words are there, and says what is missing', async () => {
    const { element, send, sent } = await render();
    await send();
    expect(sent).toEqual([]);
    expect(element.querySelectorAll('.tone-bad')).toHaveLength(3);
  });

  it('leads to the first thing that is missing, which is marked and says what is wrong', async () => {
    const { choose, send } = await render();
    const description = () =>
      document.getElementById(document.activeElement?.getAttribute('aria-describedby') ?? '')?.textContent;
    await send();
    expect(document.activeElement?.id).toBe('finding-value');
    expect(description()).toContain('Choose a value');
    await choose('#finding-value', 'yes');
    await send();
    expect(document.activeElement?.id).toBe('finding-reason');
    expect(description()).toContain('Say in a sentence');
  });

  it('sends the value with the answer event it judged', async () => {
    const { choose, send, sent } = await render();
    await choose('#finding-value', 'no');
    await choose('#finding-reason-code', 'noEvidence');
    await choose('#finding-reason', ' There is none. ');
    await send();
    expect(sent).toEqual([
      {
        kind: 'value',
        questionId: 'q-yes',
        instanceId: '',
        answer: { kind: 'value', value: false },
        reasonCode: 'noEvidence',
        reason: 'There is none.',
        judgedEventId: claim.eventId,
        evidenceIds: [],
      },
    ]);
  });

  it('confirms when the value is the claim’s own', async () => {
    const { choose, send, sent } = await render();
    await choose('#finding-value', 'yes');
    await choose('#finding-reason', 'Seen.');
    await send();
    expect(sent[0]).toMatchObject({ reasonCode: 'confirms' });
  });

  it('keeps what was written when one leaves and comes back', async () => {
    const first = await render();
    await first.choose('#finding-reason', 'Half a sentence');
    const second = await render();
    expect(second.element.querySelector<HTMLTextAreaElement>('#finding-reason')?.value).toBe(
      'Half a sentence',
    );
  });

  it('shows what was written to its author alone, whoever signs in in between', async () => {
    const first = await render('helena');
    await first.choose('#finding-reason', 'I doubt it');
    const reasonOf = ({ element }: typeof first) =>
      element.querySelector<HTMLTextAreaElement>('#finding-reason')?.value;
    expect(reasonOf(await render('tobias'))).toBe('');
    expect(reasonOf(await render('helena'))).toBe('I doubt it');
  });
});

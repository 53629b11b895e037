import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  languageCookie,
  PROBLEMS,
  readDraft,
  readDraftHistory,
  restoreDraft,
  type DraftStepLine,
  type Endpoint,
  type ProblemCode,
} from '@kilim/contracts';
import { Say } from '../../language/say';
import { givenDesk, givenDraft, HELENA } from '../../testing/given-desk';
import { givenDialogs } from '../../testing/given-page';
import { DraftHistoryPage } from './history-page';

const STEP: DraftStepLine = {
  ...{ revision: 1, kind: 'created', at: '2026-04-10T10:01:00.000Z', by: HELENA },
  what: { count: 0, first: [] },
};
const EARLIER = givenDraft();
const NOW = givenDraft({
  revision: 2,
  content: { ...EARLIER.content, questionnaire: { ...EARLIER.content.questionnaire, code: 'OTHER' } },
});

function told(code: ProblemCode): HttpErrorResponse {
  const { status, title } = PROBLEMS[code];
  const facts = { type: `/problems/${code}`, code, title, status, detail: '', places: [], requestId: 'r' };
  return new HttpErrorResponse({ status, error: facts });
}

/** The page of a draft whose earlier state differs, in front of a server that answers as a test says. */
async function render(answer: (endpoint: Endpoint) => unknown) {
  const isEarlier = (call: unknown) => JSON.stringify(call).includes('"query":{"revision":1}');
  await givenDesk((endpoint, call) =>
    endpoint === readDraft ? (isEarlier(call) ? EARLIER : NOW) : answer(endpoint),
  );
  document.cookie = languageCookie('en', location.origin);
  await TestBed.inject(Say).begin();
  givenDialogs();
  const fixture = TestBed.createComponent(DraftHistoryPage);
  const element: HTMLElement = fixture.nativeElement;
  const settle = async () => {
    TestBed.tick();
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  await settle();
  const press = async (words: string) => {
    const buttons = [...element.querySelectorAll('button')];
    buttons.findLast(({ textContent }) => textContent.trim().startsWith(words))?.click();
    await settle();
    await settle();
  };
  return { element, press };
}

beforeEach(() => localStorage.clear());

describe('the history of a draft', () => {
  it('says in the dialog, where it was wanted, why a state could not be put back', async () => {
    const { element, press } = await render((endpoint) => {
      if (endpoint === restoreDraft) throw told('draft.moved');
      return { steps: [STEP] };
    });
    await press('Look at it');
    await press('Put this state back');
    expect(element.querySelector('dialog [role=alert]')).not.toBeNull();
  });

  it('that did not come can be read again', async () => {
    let isDown = true;
    const { element, press } = await render((endpoint) => {
      if (endpoint === readDraftHistory && isDown) throw new HttpErrorResponse({ status: 0 });
      return { steps: [STEP] };
    });
    expect(element.textContent).not.toContain('Loading');
    isDown = false;
    await press('Try again');
    expect(element.querySelectorAll('li')).toHaveLength(1);
  });
});

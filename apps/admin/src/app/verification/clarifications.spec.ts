import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Clarification } from '@kilim/contracts';
import { givenPage } from '../testing/given-page';
import { Clarifications } from './clarifications';

const ASSESSMENT = '01900000-0000-7000-8000-0000000000ee';
const EXPERT = '01900000-0000-7000-8000-0000000000a1';
const COLLEAGUE = '01900000-0000-7000-8000-0000000000a2';

const CLARIFICATION: Clarification = {
  ...{ id: ASSESSMENT, questionId: 'q-yes', instanceId: '', question: 'Which plan do you mean?' },
  ...{ settledBy: 'The plan', dueOn: '2030-01-01', askedAt: '2026-04-10T10:00:00.000Z' },
  askedBy: { id: EXPERT, name: 'Helena' },
};

/** The clarifications of one question, as one person finds them after signing in. */
async function render(accountId: string, clarifications: readonly Clarification[] = []) {
  const inputs = {
    ...{ assessmentId: ASSESSMENT, questionId: 'q-yes', instance: '', code: 'A.1', canAsk: true },
    ...{ place: `${ASSESSMENT}.q-yes`, zone: 'Europe/Helsinki' },
  };
  const page = await givenPage(Clarifications, { ...inputs, all: clarifications }, accountId);
  page.fixture.componentInstance.moved.subscribe(({ clarification }) => {
    page.fixture.componentRef.setInput('all', [...clarifications, clarification]);
  });
  return page;
}

beforeEach(() => sessionStorage.clear());

describe('asking the city', () => {
  it('goes on at the heading of what was asked', async () => {
    const { answer, press, fill } = await render(EXPERT);
    await press('Ask the city');
    await fill('#ask-question', 'Which plan do you mean?');
    await fill('#ask-settled', 'The plan');
    await press('Send the question');
    await answer('/clarifications', { clarification: CLARIFICATION, state: 'clarification' });
    expect(document.activeElement?.id).toBe('clarify-heading');
  });
});

describe('what was asked', () => {
  it('is overdue once its day is over where the city is', async () => {
    const shown = async (now: string) => {
      const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.parse(now));
      const { element } = await render(EXPERT, [CLARIFICATION]);
      clock.mockRestore();
      return element.querySelector('.chip')?.textContent;
    };
    expect(await shown('2030-01-01T21:59:00.000Z')).toContain('reply by 1 January 2030');
    expect(await shown('2030-01-01T22:01:00.000Z')).toContain('Overdue since 1 January 2030');
  });
});

describe('no longer asking', () => {
  it('asks why it is settled, not what was seen', async () => {
    const { element, press } = await render(EXPERT, [CLARIFICATION]);
    await press('No longer ask');
    expect(element.querySelector('dialog label')?.textContent).toBe('Why is it settled?');
  });
});

describe('a dialog over which the session ended', () => {
  it('is open again with what was typed, once the same person has signed in', async () => {
    const first = await render(EXPERT);
    await first.press('Ask the city');
    await first.fill('#ask-question', 'Which plan do you mean?');
    const second = await render(EXPERT);
    expect(second.element.querySelector<HTMLTextAreaElement>('#ask-question')?.value).toBe(
      'Which plan do you mean?',
    );
  });

  it('shows nobody else what was typed', async () => {
    const first = await render(EXPERT);
    await first.press('Ask the city');
    await first.fill('#ask-question', 'Which plan do you mean?');
    const other = await render(COLLEAGUE);
    expect(other.element.querySelector('dialog')).toBeNull();
  });

  it('begins anew where it was closed', async () => {
    const first = await render(EXPERT);
    await first.press('Ask the city');
    await first.fill('#ask-question', 'Which plan do you mean?');
    await first.press('Cancel');
    const second = await render(EXPERT);
    expect(second.element.querySelector('dialog')).toBeNull();
    await second.press('Ask the city');
    expect(second.element.querySelector<HTMLTextAreaElement>('#ask-question')?.value).toBe('');
  });
});

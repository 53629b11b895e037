import { beforeEach, describe, expect, it } from '@jest/globals';
import { givenPage } from '../testing/given-page';
import { Clarifications } from './clarifications';

const ASSESSMENT = '01900000-0000-7000-8000-0000000000ee';
const EXPERT = '01900000-0000-7000-8000-0000000000a1';
const COLLEAGUE = '01900000-0000-7000-8000-0000000000a2';

/** The clarifications of one question, as one person finds them after signing in. */
async function render(accountId: string) {
  const inputs = {
    ...{ assessmentId: ASSESSMENT, questionId: 'q-yes', instance: '', code: 'A.1', canAsk: true },
    place: `${ASSESSMENT}.q-yes`,
  };
  const page = await givenPage(Clarifications, inputs, accountId);
  await page.answer('/clarifications', { clarifications: [] });
  return page;
}

beforeEach(() => sessionStorage.clear());

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

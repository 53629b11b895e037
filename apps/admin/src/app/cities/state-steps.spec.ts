import { describe, expect, it } from '@jest/globals';
import type { Assessment } from '@kilim/contracts';
import { SERVER_NOW, VERSION } from '../testing/given';
import { givenPage } from '../testing/given-page';
import { StateSteps } from './state-steps';

const ID = '01900000-0000-7000-8000-0000000000ee';
const { questionnaire: _, source: __, translations: ___, ...version } = VERSION;

const verifying: Assessment = {
  id: ID,
  city: { id: ID, name: 'Belmora', country: 'PL', fictional: true, facts: [] },
  round: { id: ID, name: '2026', kind: 'real', programmeName: 'A programme' },
  version,
  ...{ state: 'underVerification', stateSince: SERVER_NOW, now: SERVER_NOW, reader: 'first' },
  deadline: { localTime: '2026-04-30T23:59', zone: 'Europe/Warsaw', instant: '2026-04-30T21:59:59.999Z' },
  may: ['assessment:verify'],
};

describe('completing a verification', () => {
  it('says first how many answers nobody has judged, and does not stand out until then', async () => {
    const { element, press } = await givenPage(StateSteps, { assessment: verifying, unjudged: 88 });
    expect(element.querySelector('.btn--go')).toBeNull();
    await press('Complete verification');
    expect(element.querySelector('dialog')?.textContent).toContain('88 answers have not been judged');
  });

  it('is what comes next once each answer is judged', async () => {
    const { element, press } = await givenPage(StateSteps, { assessment: verifying, unjudged: 0 });
    expect(element.querySelector('.btn--go')?.textContent.trim()).toBe('Complete verification');
    await press('Complete verification');
    expect(element.querySelector('dialog')?.textContent).not.toContain('judged');
  });
});

describe('reopening the answers', () => {
  const reopening: Assessment = { ...verifying, may: ['assessment:reopen'] };
  const namesAt = async (now: string) => {
    const { element } = await givenPage(StateSteps, { assessment: { ...reopening, now } });
    return [...element.querySelectorAll('button')].map((button) => button.textContent.trim());
  };

  it('is offered as long as the city could submit them again', async () => {
    expect(await namesAt(verifying.deadline.instant)).toEqual(['Reopen']);
  });

  it('is not offered after the deadline', async () => {
    expect(await namesAt('2026-04-30T22:00:00.000Z')).toEqual([]);
  });
});

import { HttpErrorResponse } from '@angular/common/http';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ProblemCode, PROBLEMS } from '@kilim/contracts';
import { problemOf } from '../api/problem';
import type { Say } from '../language/say';
import { givenSpeech } from '../testing/given';
import { problemWords } from './problem-words';

let say: Say;
beforeEach(async () => {
  say = await givenSpeech();
});

const told = (code: ProblemCode, detail: string) =>
  new HttpErrorResponse({
    status: PROBLEMS[code].status,
    error: {
      type: `/problems/${code}`,
      code,
      title: PROBLEMS[code].title,
      status: PROBLEMS[code].status,
      detail,
      places: [],
      requestId: 'r-1',
    },
  });

describe('a problem in words', () => {
  it('has a heading in both languages for everything the contract knows', async () => {
    for (const language of ['en', 'pl'] as const) {
      await say.choose(language);
      for (const code of ProblemCode.options)
        expect(problemWords(problemOf(told(code, 'x')), say).heading).not.toContain('problem.');
    }
  });

  it('marks what the server adds as English where the page is not', async () => {
    await say.choose('pl');
    expect(problemWords(problemOf(told('round.closed', 'It closed on Monday.')), say)).toMatchObject({
      heading: 'Termin minął',
      detail: 'It closed on Monday.',
      detailLanguage: 'en',
    });
  });

  it('are the server’s own where it is newer than the page', () => {
    const { error, status } = told('round.closed', 'It is archived since Monday.');
    const newer = {
      ...(error as object),
      code: 'round.archived',
      title: 'The round is archived',
      since: 'Monday',
    };
    expect(problemWords(problemOf(new HttpErrorResponse({ status, error: newer })), say)).toMatchObject({
      heading: 'The server refuses this, and this page is too old to say why in other words. Load it anew.',
      detail: 'The round is archived. It is archived since Monday.',
    });
  });

  it('does not say the same thing twice', () => {
    expect(
      problemWords(problemOf(told('session.refused', 'E-mail and password do not fit.')), say),
    ).not.toHaveProperty('detail');
  });

  it('offers to try again unless that is pointless, and a reference where the server failed', () => {
    expect(problemWords(problemOf(told('resource.missing', '')), say)).toMatchObject({
      detail: 'It has been removed, or it is not open to your account.',
      isFinal: true,
    });
    expect(problemWords(problemOf(told('internal', '')), say)).toMatchObject({
      isFinal: false,
      reference: 'If you ask for help, quote r-1.',
    });
  });

  it('tells no network from an answer that is not in the contract', () => {
    expect(problemOf(new HttpErrorResponse({ status: 0 })).kind).toBe('offline');
    expect(problemOf(new TypeError('Failed to fetch dynamically imported module: x')).kind).toBe('offline');
    expect(problemOf(new HttpErrorResponse({ status: 500, error: '<html>' })).kind).toBe('strange');
    expect(problemOf(new Error('wrapped', { cause: told('round.closed', '') })).kind).toBe('told');
  });
});

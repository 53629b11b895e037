import { describe, expect, it } from '@jest/globals';
import { AnswerSave } from './answers.js';
import { addEvidence } from './evidence.js';
import { asWords, initialsOf, Instant, words } from './identity.js';
import { PROBLEMS } from './problems.js';
import { SignIn } from './session.js';
import { standingOf } from './standing.js';

const save = {
  saveId: '018f2f6a-0000-7000-8000-000000000000',
  questionId: 'q-1234567',
  instanceId: '',
  baseRevision: 0,
  language: 'en',
  textRevision: 'a'.repeat(64),
};

describe('what travels', () => {
  it('takes a value of any kind, right or wrong: the engine marks what does not fit', () => {
    for (const value of [true, 312, 'text', ['o-1234567'], { 'r-1234567': 'o-1234567' }]) {
      expect(AnswerSave.safeParse({ ...save, kind: 'set', value }).success).toBe(true);
    }
  });

  it('refuses fields nobody declared', () => {
    expect(AnswerSave.safeParse({ ...save, kind: 'cleared', actor: 'somebody else' }).success).toBe(false);
  });

  it('refuses not applicable without a reason', () => {
    expect(AnswerSave.safeParse({ ...save, kind: 'notApplicable', reason: '  ' }).success).toBe(false);
  });

  it('takes line breaks and tabs in words, and no other control character', () => {
    expect(words(20).safeParse('a\n\tb').success).toBe(true);
    expect(words(20).safeParse('a\u0000b').success).toBe(false);
    expect(words(20).safeParse('a\u0085b').success).toBe(false);
  });

  it('takes only moments that there are, in UTC and to the millisecond', () => {
    expect(Instant.safeParse('2028-02-29T23:59:59.999Z').success).toBe(true);
    for (const none of ['9999-99-99T99:99:99.999Z', '2026-02-29T00:00:00.000Z', '2026-04-14T24:00:00.000Z'])
      expect(Instant.safeParse(none).success).toBe(false);
    for (const other of ['2026-04-14T21:59:59Z', '2026-04-14T21:59:59.999+02:00', '2026-04-14T21:59:59.999'])
      expect(Instant.safeParse(other).success).toBe(false);
  });

  it('refuses control characters in what somebody signs in with: no database takes all of them', () => {
    expect(SignIn.safeParse({ email: 'a@b.example', password: 'any' }).success).toBe(true);
    expect(SignIn.safeParse({ email: 'a\u0000b', password: 'any' }).success).toBe(false);
  });

  it('takes whatever was typed once it is made words, without two of them growing together', () => {
    expect(asWords(' The region\u000bruns\n\tthe schools\u0000 ')).toBe('The region runs\n\tthe schools');
    expect(words(20).safeParse(asWords('a\u0000b\u0085c')).success).toBe(true);
    expect(asWords(' \u000b ')).toBe('');
    expect(asWords('Cut in half: \ud83d, whole: 👍')).toBe('Cut in half:  , whole: 👍');
    expect(words(20).safeParse('Cut in half: \ud83d').success).toBe(false);
    expect(words(20).safeParse('Whole: 👍').success).toBe(true);
  });

  it('takes the first letters of first and last name where a name has no room', () => {
    const names = ['Katarzyna Oleksy', ' Ana  de la Cruz ', 'öde', '💥 Bo', ''];
    expect(names.map(initialsOf)).toEqual(['KO', 'AC', 'Ö', '💥B', '']);
  });

  it.each(['http://a.example', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])(
    'takes only https addresses as evidence, not %s',
    (url) => {
      const body = { title: 'A', level: 'local', url, questionId: 'q-1234567' };
      expect(addEvidence.body?.safeParse(body).success).toBe(false);
      expect(addEvidence.body?.safeParse({ ...body, url: 'https://a.example/b' }).success).toBe(true);
    },
  );

  it('gives every problem a status of its kind and a title without a full stop', () => {
    for (const { status, title } of Object.values(PROBLEMS)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title).not.toMatch(/\.$/);
    }
  });
});

describe('how an indicator stands', () => {
  const scored = { score: { kind: 'scored', value: 0.5 }, numerator: 5 } as const;
  const none = { judged: 0, disputed: 0 };

  it('keeps the four silences apart', () => {
    expect(standingOf({ score: { kind: 'notAsked' }, numerator: 0 }, { asked: 3, answered: 0 }, none)).toBe(
      'notAsked',
    );
    expect(
      standingOf({ score: { kind: 'notApplicable' }, numerator: 0 }, { asked: 3, answered: 0 }, none),
    ).toBe('notApplicable');
    expect(standingOf({ score: { kind: 'unanswered' }, numerator: 0 }, { asked: 3, answered: 0 }, none)).toBe(
      'unanswered',
    );
    expect(
      standingOf({ score: { kind: 'scored', value: 0 }, numerator: 0 }, { asked: 3, answered: 3 }, none),
    ).toBe('zero');
  });

  it('is verified only when every answer has a finding', () => {
    expect(standingOf(scored, { asked: 3, answered: 3 }, { judged: 2, disputed: 0 })).toBe('claimed');
    expect(standingOf(scored, { asked: 3, answered: 3 }, { judged: 3, disputed: 0 })).toBe('verified');
  });

  it('is disputed as soon as one finding differs', () => {
    expect(standingOf(scored, { asked: 3, answered: 3 }, { judged: 3, disputed: 1 })).toBe('disputed');
  });
});

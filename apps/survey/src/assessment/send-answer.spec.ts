import { afterEach, describe, expect, it, jest } from '@jest/globals';
import {
  ACCOUNT_HEADER,
  PROBLEMS,
  type AnswerSave,
  type CurrentAnswer,
  type ProblemCode,
  type ProblemDocument,
} from '@kilim/contracts';
import { callAs } from '../api/call.js';
import { Problem, UnexpectedReply, Unreachable } from '../api/problem.js';
import { outcomeOf, sendAnswer } from './send-answer.js';

const SAVE_ID = '01890000-0000-7000-8000-000000000001';
const save: AnswerSave = {
  kind: 'set',
  saveId: SAVE_ID,
  questionId: 'q-1',
  instanceId: '',
  baseRevision: 1,
  value: true,
  language: 'en',
  textRevision: 'a'.repeat(64),
};
const current: CurrentAnswer = {
  questionId: 'q-1',
  instanceId: '',
  revision: 2,
  eventId: '01890000-0000-7000-8000-000000000002',
  answer: { kind: 'value', value: false },
  faults: [],
  savedAt: '2026-04-11T14:32:00.000Z',
  savedBy: { id: '01890000-0000-7000-8000-000000000003', name: 'Marta' },
};

function problem(code: ProblemCode, details?: ProblemDocument['details']): Problem {
  const { status, title } = PROBLEMS[code];
  return new Problem({
    type: `/problems/${code}`,
    code,
    title,
    status,
    detail: title,
    places: [],
    requestId: 'r',
    ...(details && { details }),
  });
}

/** What a request is answered with. */
function reply(body: unknown, status = 201): jest.SpiedFunction<typeof fetch> {
  return jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
}

afterEach(() => {
  jest.restoreAllMocks();
  callAs(undefined);
});

describe('a save', () => {
  it('goes under the name of who typed it, though somebody else is signed in by now', async () => {
    const fetched = reply({ answers: [current] });
    callAs('typed-here');
    const sender = { accountId: 'typed-here', assessmentId: 'a-1' };
    callAs('signed-in-next');
    await sendAnswer(sender, save, []);
    expect(new Headers(fetched.mock.calls[0]?.[1]?.headers).get(ACCOUNT_HEADER)).toBe('typed-here');
  });

  it('is acknowledged by a server that tells more of an answer than this program knows', async () => {
    reply({ answers: [{ ...current, reviewed: false }] });
    const sender = { accountId: 'typed-here', assessmentId: 'a-1' };
    expect(await sendAnswer(sender, save, [])).toEqual({ kind: 'saved', answer: current });
  });
});

describe('a reply that only a newer program understands', () => {
  it('acknowledges nothing: everything waits for that program', async () => {
    reply({ answers: [{ ...current, faults: [{ code: 'noSuchPlace' }] }] });
    expect(await sendAnswer({ accountId: 'me', assessmentId: 'a-1' }, save, [])).toEqual({
      kind: 'unreachable',
      because: 'newer',
    });
  });
});

describe('what a failed save means', () => {
  it('is that nobody knows, when no reply came or it could not be read: the same save goes again', () => {
    expect(outcomeOf(new Unreachable('cut off'), save)).toEqual({ kind: 'unreachable', because: 'network' });
    expect(outcomeOf(new UnexpectedReply(200), save)).toEqual({ kind: 'unreachable', because: 'network' });
    for (const status of [429, 502])
      expect(outcomeOf(new UnexpectedReply(status), save)).toEqual({ kind: 'unreachable', because: 'busy' });
  });

  it.each([403, 406, 413])(
    'is to try just this one again later, when something on the way refuses it (%s)',
    (status) => {
      expect(outcomeOf(new UnexpectedReply(status), save)).toEqual({ kind: 'failed' });
    },
  );

  it.each([
    ['server.busy', 'busy'],
    ['request.tooMany', 'busy'],
    ['request.timeout', 'network'],
    ['server.full', 'full'],
  ] as const)('is to wait with everything on %s', (code, because) => {
    expect(outcomeOf(problem(code), save)).toEqual({ kind: 'unreachable', because });
  });

  it('is to try just this one again later, when the server failed at it', () => {
    expect(outcomeOf(problem('internal'), save).kind).toBe('failed');
  });

  it.each(['session.required', 'session.expired'] as const)('is to sign in again on %s', (code) => {
    expect(outcomeOf(problem(code), save).kind).toBe('signedOut');
  });

  it('is the newer answer, when somebody else was first', () => {
    const stale = problem('answer.stale', { stale: [{ saveId: SAVE_ID, current }] } as never);
    expect(outcomeOf(stale, save)).toEqual({ kind: 'stale', current });
    const newer = { ...current, reviewed: false };
    const told = problem('answer.stale', { stale: [{ saveId: SAVE_ID, current: newer }] } as never);
    expect(outcomeOf(told, save)).toEqual({ kind: 'stale', current });
  });

  it('is to wait for a newer program, when only that can read the newer answer', () => {
    const unknown = { ...current, answer: { kind: 'estimated', value: 3 } };
    const told = problem('answer.stale', { stale: [{ saveId: SAVE_ID, current: unknown }] } as never);
    expect(outcomeOf(told, save)).toEqual({ kind: 'unreachable', because: 'newer' });
  });

  it('is that there is none, when nothing stands where it was made upon something', () => {
    const told = problem('answer.stale', { stale: [] } as never);
    expect(outcomeOf(told, save)).toMatchObject({ kind: 'refused', problem: { code: 'answer.stale' } });
  });

  it.each([
    'assessment.locked',
    'round.closed',
    'answer.notAsked',
    'access.forbidden',
    'request.invalid',
  ] as const)('is a refusal that a person has to see on %s', (code) => {
    expect(outcomeOf(problem(code), save)).toMatchObject({ kind: 'refused', problem: { code } });
  });

  it('is such a refusal, with the server’s words, where only a newer program knows the problem', async () => {
    const told = {
      ...{
        type: '/problems/answer.sealed',
        code: 'answer.sealed',
        title: 'The answer is sealed',
        status: 409,
      },
      ...{ detail: 'Somebody has signed it.', places: [], requestId: 'r' },
    };
    reply({ ...told, sealedBy: 'Marta' }, 409);
    expect(await sendAnswer({ accountId: 'me', assessmentId: 'a-1' }, save, [])).toEqual({
      kind: 'refused',
      problem: told,
    });
  });

  it('is not swallowed when it is a mistake of ours', () => {
    expect(() => outcomeOf(new TypeError('a mistake'), save)).toThrow('a mistake');
  });
});

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PROBLEMS, type LiveEvent, type ProblemCode } from '@kilim/contracts';
import { Hearing } from './hearing.js';

const ID = '01890000-0000-7000-8000-000000000001';

let read: string[] = [];
/** What is read is refused with; undefined: nothing comes. */
let refused: ProblemCode | undefined;
/** What is read instead, in words that only a newer page knows. */
let newer: unknown;

beforeEach(() => {
  jest.useFakeTimers();
  read = [];
  refused = undefined;
  newer = undefined;
  jest.spyOn(globalThis, 'fetch').mockImplementation((address) => {
    read.push(String(address).split('/').at(-1) ?? '');
    if (newer !== undefined) return Promise.resolve(new Response(JSON.stringify(newer)));
    return refused === undefined ? new Promise(() => undefined) : Promise.resolve(refusal(refused));
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

function refusal(code: ProblemCode): Response {
  const { status, title } = PROBLEMS[code];
  const told = { type: `/problems/${code}`, code, title, status, detail: title, places: [], requestId: 'r' };
  return new Response(JSON.stringify(told), { status });
}

/** A page that knows everything up to entry 10. */
function given(): {
  readonly hearing: Hearing;
  readonly heard: number[];
  readonly ended: readonly string[];
} {
  const heard: number[] = [];
  const ended: string[] = [];
  const nothing = (): void => undefined;
  const hearing = new Hearing(
    {
      ...{ assessmentId: ID, versionId: 'v', accountId: 'me' },
      saver: {
        hear: ({ revision }) => {
          heard.push(revision);
        },
        hearNews: (_address, news) => {
          if (news.kind === 'standing' && news.isSignedOut) ended.push('session');
        },
      },
    },
    {
      ...{ assessment: nothing, evidence: nothing, clarifications: nothing, visitors: nothing },
      ...{ heard: nothing, findingsTold: nothing, upToDate: nothing },
      newer: () => ended.push('newer'),
      elsewhere: () => ended.push('access'),
    },
    10,
  );
  return { hearing, heard, ended };
}

function answered(sequence: number): LiveEvent {
  const at = '2026-04-11T14:00:00.000Z';
  return {
    ...{ kind: 'answer', sequence, at, saveId: ID },
    answer: {
      ...{ questionId: 'q-1', instanceId: '', revision: sequence, eventId: ID, answer: null, faults: [] },
      ...{ savedAt: at, savedBy: { id: ID, name: 'Marta' } },
    },
  };
}

describe('an entry of the record', () => {
  it('that follows upon what is known makes known all up to it', async () => {
    const { hearing, heard } = given();
    hearing.take(answered(11));
    hearing.take(answered(12));
    await jest.advanceTimersByTimeAsync(1000);
    expect([heard, hearing.sequence, read]).toEqual([[11, 12], 12, []]);
  });

  it('that was told before changes nothing of what is known', async () => {
    const { hearing } = given();
    hearing.take(answered(9));
    await jest.advanceTimersByTimeAsync(1000);
    expect([hearing.sequence, read]).toEqual([10, []]);
  });

  it('after one that was missed is taken, and everything is read anew before it counts as known', async () => {
    const { hearing, heard } = given();
    hearing.take(answered(12));
    await jest.advanceTimersByTimeAsync(1000);
    expect([heard, hearing.sequence]).toEqual([[12], 10]);
    expect(read.sort()).toEqual(['answers', 'assessment', 'clarifications', 'evidence'].map(lastPart).sort());
  });

  it('is missed where too much has happened: until it is read, nothing more is known', async () => {
    const { hearing } = given();
    hearing.take({ kind: 'reload', sequence: 3000 });
    await jest.advanceTimersByTimeAsync(1000);
    expect([hearing.sequence, read.length]).toEqual([10, 4]);
  });
});

/** How the address of a part ends. */
function lastPart(part: string): string {
  return part === 'assessment' ? ID : part;
}

describe('a page that may not read any more', () => {
  it.each([
    ['nobody is signed in', 'session.expired', 'session'],
    ['it is no longer this person’s', 'resource.missing', 'access'],
  ] as const)('because %s hears of it where it asks', async (_why, answered, reason) => {
    const { hearing, ended } = given();
    refused = answered;
    hearing.readAssessmentAnew();
    await jest.advanceTimersByTimeAsync(200);
    expect(ended).toEqual([reason]);
    hearing.stop();
  });

  it('because it is older than the server hears of it, and goes on asking', async () => {
    const { hearing, ended } = given();
    newer = { sequence: 12, answers: [{ ...answered(12), answer: 'of a kind that is not known' }] };
    hearing.take({ kind: 'reload', sequence: 12 });
    await jest.advanceTimersByTimeAsync(10_000);
    expect([new Set(ended), read.length > 4]).toEqual([new Set(['newer']), true]);
    hearing.stop();
  });

  it('goes on asking where the server only does not know the address now', async () => {
    const { hearing, ended } = given();
    refused = 'route.missing';
    hearing.readAssessmentAnew();
    await jest.advanceTimersByTimeAsync(10_000);
    expect([ended, read.length > 2]).toEqual([[], true]);
    hearing.stop();
  });
});

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LiveEvent } from '@kilim/contracts';
import { Hearing } from './hearing.js';

const ID = '01890000-0000-7000-8000-000000000001';

let read: string[] = [];
/** What is read is answered with; undefined: nothing comes. */
let status: number | undefined;

beforeEach(() => {
  jest.useFakeTimers();
  read = [];
  status = undefined;
  jest.spyOn(globalThis, 'fetch').mockImplementation((address) => {
    read.push(String(address).split('/').at(-1) ?? '');
    return status === undefined ? new Promise(() => undefined) : Promise.resolve(refusal(status));
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

function refusal(status: number): Response {
  const code = status === 401 ? 'session.expired' : 'resource.missing';
  const about = { type: `/problems/${code}`, title: '', detail: '', places: [], requestId: 'r' };
  return new Response(JSON.stringify({ ...about, code, status }), { status });
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
    ['nobody is signed in', 401, 'session'],
    ['it is no longer this person’s', 404, 'access'],
  ])('because %s hears of it where it asks', async (_why, answered, reason) => {
    const { hearing, ended } = given();
    status = answered;
    hearing.readAssessmentAnew();
    await jest.advanceTimersByTimeAsync(200);
    expect(ended).toEqual([reason]);
    hearing.stop();
  });
});

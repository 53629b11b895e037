import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StepName } from '@kilim/contracts';
import fc from 'fast-check';
import { startAt } from '../../../apps/api/test/support/crowd.js';
import { inPlace, type Place } from '../../../apps/api/test/support/place.js';
import { fieldsOn, Playing, type Server } from './save-protocol/playing.js';
import { anySchedule } from './save-protocol/schedule.arbitrary.js';
import { effort, IS_LONG, report } from './support/effort.js';
import { expectNothingLost, query } from './support/witness.js';

const SCHEDULES = effort(20_000, 60);

/**
 * Where the system keeps a folder in memory. What is tried is the order of things between client and server, of which no
 * disk knows; that a commit outlives the machine is tried where power is cut (`kill`, `power-cut`).
 */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const realFetch = globalThis.fetch;
let playing: Playing | undefined;

beforeAll(() => {
  // The form speaks to its own origin, which only a browser has: such requests go over the network that is tried.
  globalThis.fetch = (input, init) => {
    if (typeof input !== 'string' || !input.startsWith('/')) return realFetch(input, init);
    if (!playing) throw new Error(`Nobody plays: ${input}`);
    return playing.network.fetch(input, init ?? {});
  };
});

afterAll(() => {
  globalThis.fetch = realFetch;
});

test('whatever happens between two people and the server, nothing typed is lost and all see the same in the end', async () => {
  const play = async (place: Place) => {
    const server = await givenServer(place);
    const fields = fieldsOn(server);
    let events = 0;
    let submissions = 0;
    try {
      await fc.assert(
        fc.asyncProperty(anySchedule, async (schedule) => {
          const played = new Playing(server, (await fields.next()).value);
          playing = played;
          for (const person of played.people) await person.open();
          for (const step of schedule) await played.take(step);
          await played.comeToRest();
          events += await expectKept(place, played);
          submissions += await expectSubmittedOnce(place, played);
        }),
        { numRuns: SCHEDULES, endOnFailure: !IS_LONG },
      );
    } finally {
      await server.running.app.close();
    }
    expect(await expectNothingLost(place, [])).toBe(events);
    expect(submissions).toBeGreaterThan(0);
    report('save protocol', { schedules: SCHEDULES, events, submissions, lost: 0 });
  };
  await inPlace('sqlite', play, MEMORY);
});

interface EventRow {
  readonly save_id: string;
  readonly question_id: string;
  readonly revision: number;
  readonly body: string;
}

/** @returns how many saves took effect */
async function expectKept(
  place: Place,
  { assessmentId, people, questions, network }: Playing,
): Promise<number> {
  const rows = await query<EventRow>(
    place,
    `SELECT e.save_id, e.question_id, e.revision, c.body FROM answer_event e
      JOIN personal_content c ON c.owner_id = e.id WHERE e.assessment_id = '${assessmentId}' ORDER BY e.revision`,
  );
  const wordsOf = new Map(
    questions.map((id) => [id, rows.filter((row) => row.question_id === id).map(readWords)]),
  );
  // Everything anybody typed and did not give up is in the record.
  for (const person of people)
    for (const [id, { words }] of person.wanted) expect(wordsOf.get(id)).toContain(words);
  // What somebody was told to be saved is there, as they were told.
  for (const [saveId, { questionId, revision, answer }] of network.acknowledged)
    expect(rows.find((row) => row.save_id === saveId)).toMatchObject({
      ...{ question_id: questionId, revision },
      body: expect.stringContaining(JSON.stringify(answer?.kind === 'value' ? answer.value : null)),
    });
  for (const id of questions) {
    const words = wordsOf.get(id) ?? [];
    // Nothing took effect twice but what was taken from somebody else, and no revision was written over.
    const taken = people.reduce((sum, person) => sum + (person.taken.get(id) ?? 0), 0);
    expect(words.length - new Set(words).size).toBeLessThanOrEqual(taken);
    expect(rows.filter((row) => row.question_id === id).map(({ revision }) => revision)).toEqual(
      words.map((_, index) => index + 1),
    );
    for (const saver of people.flatMap(({ savers }) => savers)) {
      const { answers, unsaved } = saver.look();
      expect([...unsaved]).toEqual([]);
      expect(answers[id]).toEqual(words.length === 0 ? undefined : { kind: 'value', value: words.at(-1) });
    }
  }
  return rows.length;
}

/**
 * Between two times of being submitted it was reopened.
 *
 * @returns how often it was submitted
 */
async function expectSubmittedOnce(place: Place, { assessmentId }: Playing): Promise<number> {
  const rows = await query<{ body: string }>(
    place,
    `SELECT c.body FROM audit_entry e JOIN personal_content c ON c.owner_id = e.id
      WHERE e.stream_kind = 'assessment' AND e.stream_id = '${assessmentId}' AND e.action = 'assessment.moved'
      ORDER BY e.sequence`,
  );
  const steps = rows.map(({ body }) => (JSON.parse(body) as { readonly transition: StepName }).transition);
  expect(steps.filter((step, index) => step === steps[index - 1])).toEqual([]);
  return steps.filter((step) => step === 'submit').length;
}

function readWords({ body }: EventRow): string {
  const { answer } = JSON.parse(body) as { readonly answer: { readonly value?: unknown } | null };
  return String(answer?.value);
}

async function givenServer(place: Place): Promise<Server> {
  const server: Server = {
    running: await startAt(place),
    startAnew: async () => {
      await server.running.app.close();
      server.running = await startAt(place);
    },
  };
  return server;
}

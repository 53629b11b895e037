import { describe, expect, test } from '@jest/globals';
import { Problem } from '../../../apps/api/src/http/problem.js';
import { startAt } from '../../../apps/api/test/support/crowd.js';
import { givenAccount } from '../../../apps/api/test/support/actors.js';
import type { RunningApp } from '../../../apps/api/test/support/app.js';
import { givenRound, writingOf } from '../../../apps/api/test/support/given.js';
import { inPlace, type Place } from '../../../apps/api/test/support/place.js';
import { theVersion } from '../../../apps/api/test/support/scene.js';
import { databases, effort, report } from './support/effort.js';
import { anyOperation, Doom, type Field, type Operation } from './support/operations.js';
import { expectNothingLost, query } from './support/witness.js';

const OPERATIONS = effort(1000, 150);
const REPEATS = effort(50, 1);

describe.each(databases('postgres'))('many operations at once, half of which fail (%s)', (kind) => {
  test('leave all of what went well, nothing of what failed, and nothing halfway', async () => {
    await inPlace(kind, async (place) => {
      const counts = { wentWell: 0, doomed: 0, putOff: 0 };
      const running = await startAt(place);
      try {
        const { accountId } = await givenAccount(running);
        for (let repeat = 1; repeat <= REPEATS; repeat += 1) {
          const fields = await givenFields(running, OPERATIONS);
          const operations = fields.map((field) => anyOperation(running, accountId, field));
          const settled = await Promise.allSettled(operations.map((operation) => operation.run()));
          const stored = await storedIn(place);
          for (const [index, outcome] of settled.entries()) {
            const operation = operations[index] as Operation;
            expect(whatIsLeft(operation, stored)).toEqual(
              outcome.status === 'fulfilled' ? operation.leaves : { saves: [], emails: [] },
            );
            counts[kindOf(operation, outcome)] += 1;
          }
        }
      } finally {
        await running.app.close();
      }
      await expectNothingLost(place, []);
      report(`concurrent operations, ${kind}`, { repeats: REPEATS, ...counts, lost: 0, torn: 0, leaked: 0 });
    });
  });
});

/** So many places to write to, each with two questions to itself. */
async function givenFields(running: RunningApp, count: number): Promise<readonly Field[]> {
  const texts = theVersion().questions.flatMap(({ question }) =>
    question.kind === 'text' ? [question.id] : [],
  );
  const pairs = Math.floor(texts.length / 2);
  const { cities } = await givenRound(writingOf(running.app), { cities: Math.ceil(count / pairs) });
  return Array.from({ length: count }, (_, index) => {
    const { cityId, assessmentId } = cities[Math.floor(index / pairs)] ?? { cityId: '', assessmentId: '' };
    const at = 2 * (index % pairs);
    return { cityId, assessmentId, questionIds: [texts[at] ?? '', texts[at + 1] ?? ''] as const };
  });
}

interface Stored {
  readonly saves: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
  /** The addresses of those who have a role. */
  readonly employed: ReadonlySet<string>;
}

async function storedIn(place: Place): Promise<Stored> {
  const saves = await query<{ save_id: string }>(place, 'SELECT save_id FROM answer_event');
  const accounts = await query<{ email: string; role: string | null }>(
    place,
    'SELECT a.email, m.role FROM account a LEFT JOIN membership m ON m.account_id = a.id',
  );
  return {
    saves: new Set(saves.map((row) => row.save_id)),
    emails: new Set(accounts.map(({ email }) => email)),
    employed: new Set(accounts.flatMap(({ email, role }) => (role === null ? [] : [email]))),
  };
}

/** What of an operation is there. Somebody without a role is half a person, and stands for itself. */
function whatIsLeft({ leaves }: Operation, { saves, emails, employed }: Stored): Operation['leaves'] {
  return {
    saves: leaves.saves.filter((id) => saves.has(id)),
    emails: leaves.emails.flatMap((email) => {
      if (!emails.has(email)) return [];
      return employed.has(email) ? [email] : [`${email} without a role`];
    }),
  };
}

/** Why it ended as it did. Anything but doom, a stale save, or a database that is busy fails the trial. */
function kindOf(
  { isDoomed }: Operation,
  outcome: PromiseSettledResult<unknown>,
): 'wentWell' | 'doomed' | 'putOff' {
  if (outcome.status === 'fulfilled') {
    expect(isDoomed).toBe(false);
    return 'wentWell';
  }
  const reason: unknown = outcome.reason;
  if (reason instanceof Problem && reason.code === 'server.busy') return 'putOff';
  if (isDoomed && (reason instanceof Doom || (reason instanceof Problem && reason.code === 'answer.stale')))
    return 'doomed';
  throw reason;
}

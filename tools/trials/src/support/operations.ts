import { setTimeout as pause } from 'node:timers/promises';
import type { AnswerSave } from '@kilim/contracts';
import { uuidv7 } from 'uuidv7';
import { AnswerWriter } from '../../../../apps/api/src/assessments/saving/answer-writer.js';
import { UnitOfWork } from '../../../../apps/api/src/database/unit-of-work.js';
import { Accounts } from '../../../../apps/api/src/session/accounts.service.js';
import type { RunningApp } from '../../../../apps/api/test/support/app.js';
import { saveOf } from '../../../../apps/api/test/support/scene.js';

/** Where an operation may write: nobody else writes there. */
export interface Field {
  readonly cityId: string;
  readonly assessmentId: string;
  /** Two questions that take a text. */
  readonly questionIds: readonly [string, string];
}

/** A piece of business that writes several rows: all of them are there afterwards, or none. */
export interface Operation {
  /** What it leaves when it goes well: save ids, e-mail addresses, and as many roles as addresses. */
  readonly leaves: { readonly saves: readonly string[]; readonly emails: readonly string[] };
  readonly isDoomed: boolean;
  run(): Promise<unknown>;
}

/** Why a doomed operation fails. */
export class Doom extends Error {}

const KINDS = ['saves', 'hires', 'savesAndHires'] as const;

/** Any operation in a field, on the services of a running app. Half of them fail, early or late. */
export function anyOperation({ app }: RunningApp, actorId: string, field: Field): Operation {
  const [writer, unit, accounts] = [app.get(AnswerWriter), app.get(UnitOfWork), app.get(Accounts)];
  const kind = KINDS[Math.floor(Math.random() * KINDS.length)] ?? 'saves';
  const isDoomed = Math.random() < 0.5;
  const email = `${uuidv7()}@example.org`;
  const saves: readonly AnswerSave[] = field.questionIds.map((id) => saveOf(id, `Words of ${uuidv7()}`));
  const { assessmentId, cityId } = field;
  const save = (each: readonly AnswerSave[]) => writer.write({ assessmentId, actorId, saves: each });
  const hire = async () => {
    const account = { email, name: 'Somebody', language: 'en', passwordHash: 'none' };
    const accountId = await accounts.addAccount(actorId, account);
    await anyPause();
    await accounts.grant(actorId, { accountId, role: 'cityContributor', scope: 'city', scopeId: cityId });
  };
  const inUnit = (...steps: readonly (() => Promise<unknown>)[]) => {
    const failsAt = isDoomed ? 1 + Math.floor(Math.random() * steps.length) : Infinity;
    return unit.write({ actor: actorId }, async () => {
      for (const [place, step] of steps.entries()) {
        if (place === failsAt) throw new Doom();
        await step();
        await anyPause();
      }
      if (isDoomed) throw new Doom();
    });
  };
  const saveIds = saves.map(({ saveId }) => saveId);
  switch (kind) {
    case 'saves':
      return {
        ...{ leaves: { saves: saveIds, emails: [] }, isDoomed },
        // An autosave, which shares its transaction with strangers; a doomed one is made upon what never was.
        run: () => save(saves.map((one, at) => (isDoomed && at === 1 ? { ...one, baseRevision: 7 } : one))),
      };
    case 'hires':
      return { leaves: { saves: [], emails: [email] }, isDoomed, run: () => inUnit(hire) };
    case 'savesAndHires':
      return {
        ...{ leaves: { saves: saveIds, emails: [email] }, isDoomed },
        run: () =>
          inUnit(
            () => save(saves.slice(0, 1)),
            hire,
            () => save(saves.slice(1)),
          ),
      };
  }
}

async function anyPause(): Promise<void> {
  if (Math.random() < 0.7) await pause(Math.random() * 4);
}

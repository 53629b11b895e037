import { setTimeout as pause } from 'node:timers/promises';
import type { AnswerSave } from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { AnswerProjection } from '../src/assessments/answer-projection.service.js';
import { AnswerEventRow } from '../src/assessments/answer-event.entity.js';
import { AssessmentRow } from '../src/assessments/assessment.entity.js';
import { CurrentAnswerRow } from '../src/assessments/current-answer.entity.js';
import { AnswerWriter } from '../src/assessments/saving/answer-writer.js';
import { SavesRepository } from '../src/assessments/saving/saves.repository.js';
import { ChainVerifier } from '../src/audit/chain-verifier.js';
import { Chain } from '../src/audit/chain.js';
import { Rebuild } from '../src/commands/rebuild.service.js';
import { Database, type DatabaseKind } from '../src/database/database.js';
import { Reads } from '../src/database/reads.js';
import { UnitOfWork } from '../src/database/unit-of-work.js';
import { insertRow } from '../src/database/insert-row.js';
import { QuestionnaireVersionRow } from '../src/questionnaires/questionnaire-version.entity.js';
import { startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { givenRound, writingOf, type GivenRound } from './support/given.js';
import { aSave, theQuestion, theVersion } from './support/scene.js';

describeOnBothDatabases('the answer writer', (make, kind) => {
  let testDatabase: TestDatabase;
  let running: RunningApp;
  let round: GivenRound;
  beforeAll(async () => {
    testDatabase = await make();
    running = await startApp(() => Promise.resolve(testDatabase));
    round = await givenRound(writingOf(running.app), { cities: 20, state: 'inProgress' });
  });
  afterAll(() => running.close());

  let used = 0;
  /** A city that no other test writes to. */
  const city = (): string => round.cities[used++]?.assessmentId ?? '';
  const actorId = uuidv7();
  const write = (assessmentId: string, ...saves: readonly AnswerSave[]) =>
    running.app.get(AnswerWriter).write({ assessmentId, actorId, saves });
  const events = (assessmentId: string) =>
    running.app
      .get(Reads)
      .manager()
      .find(AnswerEventRow, { where: { assessmentId }, order: { sequence: 'ASC' } });
  const questions = new Map(theVersion().questions.map(({ question }) => [question.id, question]));

  /** Chain and projection of a city are what its events give. */
  async function expectSound(assessmentId: string): Promise<void> {
    expect(await running.app.get(ChainVerifier).verifyStream('assessment', assessmentId)).toBeUndefined();
    expect([...(await running.app.get(AnswerProjection).differing(assessmentId, questions))]).toEqual([]);
  }

  it('stores what arrives at once in few transactions, in the order in which it came', async () => {
    const [one, two] = [city(), city()];
    await Promise.all([one, two].map((id) => write(id)));
    const repository = running.app.get(SavesRepository);
    const store = repository.store.bind(repository);
    let stores = 0;
    repository.store = (...group) => {
      stores += 1;
      return store(...group);
    };
    const saves = theVersion()
      .questions.slice(0, 60)
      .map(({ question }, index) => ({ ...aSave('BG.2', index), questionId: question.id }));
    await Promise.all(saves.map((save, index) => write(index % 2 === 0 ? one : two, save)));
    expect(stores).toBeLessThan(6);
    for (const [place, id] of [one, two].entries()) {
      const stored = await events(id);
      expect(stored.map(({ saveId }) => saveId)).toEqual(
        saves.filter((_, index) => index % 2 === place).map(({ saveId }) => saveId),
      );
      expect(stored.map(({ sequence }) => sequence)).toEqual(stored.map((_, index) => index + 1));
      await expectSound(id);
    }
  });

  it('lets a request that is refused fail alone, and others of its group see nothing of it', async () => {
    const [id, locked] = [city(), city()];
    await setState(locked, 'submitted');
    await write(id, aSave('BG.2', 1));
    const results = await Promise.allSettled([
      write(id, aSave('BG.8', 2)),
      // All or none: its first save would be fine.
      write(id, aSave('EDU.1', 3), aSave('BG.2', 3)),
      write(locked, aSave('BG.2', 4)),
      write(id, { ...aSave('BG.2', 5), questionId: 'nobody' }),
      write(uuidv7(), aSave('BG.2', 6)),
      write(id, aSave('EDU.1', 7)),
    ]);
    expect(
      results.map((result) => (result.status === 'fulfilled' ? 'saved' : codeOf(result.reason))),
    ).toEqual(['saved', 'answer.stale', 'assessment.locked', 'answer.notAsked', 'resource.missing', 'saved']);
    expect(await events(id)).toHaveLength(3);
    expect(await events(locked)).toEqual([]);
    await expectSound(id);
  });

  it('lets a request that the database refuses fail alone', async () => {
    const id = city();
    const refused = { ...aSave('BG.2', 1), saveId: '00000000-0000-7000-8000-000000000bad' };
    await refuseInserts(running.app.get(Database), kind, refused.saveId);
    const results = await Promise.allSettled([
      write(id, aSave('BG.8', 1)),
      write(id, refused),
      write(id, aSave('EDU.1', 1)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { message: expect.stringMatching(/not this one/) } });
    expect(await events(id)).toHaveLength(2);
    await expectSound(id);
  });

  it('makes a save that comes twice in one group once, and lets one answer change twice in it', async () => {
    const id = city();
    await write(id);
    const first = aSave('BG.2', 1);
    const [once, again, next] = await Promise.all([
      write(id, first),
      write(id, first),
      write(id, aSave('BG.2', 2, { baseRevision: 1 })),
    ]);
    expect(again).toEqual(once);
    expect(next[0]).toMatchObject({ revision: 2, answer: { kind: 'value', value: 2 } });
    expect(await events(id)).toHaveLength(2);
    await expectSound(id);
  });

  it('makes a save that stands twice in one request once, and refuses two changes under one id', async () => {
    const id = city();
    const first = aSave('BG.2', 1);
    const { saveId } = first;
    await write(id, first, first);
    const fresh = aSave('EDU.1', 1);
    const results = await Promise.allSettled([
      write(id, fresh, aSave('EDU.1', 2, { saveId: fresh.saveId })),
      write(id, fresh, aSave('BG.8', 1, { saveId: fresh.saveId })),
      write(id, first, aSave('BG.8', 1, { saveId })),
    ]);
    for (const result of results)
      expect(result).toMatchObject({
        reason: { code: 'answer.saveIdReused', facts: { places: [{ pointer: '/saves/1/saveId' }] } },
      });
    expect(await events(id)).toHaveLength(1);
    await expectSound(id);
  });

  it('refuses another change under the id of one that was saved, whatever it stands upon', async () => {
    const id = city();
    const first = aSave('BG.2', 1);
    await write(id, first);
    const { saveId } = first;
    const others: readonly AnswerSave[] = [
      aSave('BG.2', 2, { saveId }),
      aSave('BG.2', 1, { saveId, comment: 'Now with words' }),
      { ...first, kind: 'set', value: 1, quality: 'B' },
      aSave('BG.2', 1, { saveId, baseRevision: 1 }),
      aSave('BG.8', 1, { saveId }),
    ];
    const results = await Promise.allSettled([
      ...others.map((save) => write(id, save)),
      write(id, first),
      write(id, aSave('EDU.1', 1)),
    ]);
    expect(
      results.map((result) => (result.status === 'fulfilled' ? 'saved' : codeOf(result.reason))),
    ).toEqual([...others.map(() => 'answer.saveIdReused'), 'saved', 'saved']);
    expect(await events(id)).toHaveLength(2);
    await expectSound(id);
  });

  it('reads an answer by the version that the assessment is pinned to when it is stored', async () => {
    const id = city();
    const older = aSave('BG.2', 1);
    await write(id, older);
    const { questionnaire } = theVersion();
    const sections = questionnaire.sections.map((section) => ({
      ...section,
      questions: section.questions.filter((question) => question.id !== theQuestion('BG.8').id),
    }));
    const unit = running.app.get(UnitOfWork);
    await unit.write({ untraced: 'projection.rebuild' }, async () => {
      const manager = unit.manager();
      const row = await manager.findOneByOrFail(QuestionnaireVersionRow, { id: round.versionId });
      const newer = { ...row, id: uuidv7(), version: 'newer', hash: 'f'.repeat(64) };
      const structure = { ...questionnaire, sections };
      await insertRow(manager, QuestionnaireVersionRow, { ...newer, structure });
      await manager.update(AssessmentRow, { id }, { versionId: newer.id });
    });
    await expect(write(id, aSave('BG.8', 1))).rejects.toMatchObject({ code: 'answer.notAsked' });
    expect(await write(id, aSave('BG.2', 2, { baseRevision: 1 }))).toMatchObject([{ revision: 2 }]);
  });

  it('begins the work of an invited city once, whoever comes first', async () => {
    const id = city();
    await setState(id, 'invited');
    await Promise.all([write(id, aSave('BG.2', 1)), write(id, aSave('BG.8', 2))]);
    const row = await running.app.get(Reads).manager().findOneByOrFail(AssessmentRow, { id });
    expect(row).toMatchObject({ state: 'inProgress', revision: 2 });
    expect((await events(id)).map(({ sequence }) => sequence)).toEqual([2, 3]);
    await expectSound(id);
  });

  it('inside a unit of work shares its fate', async () => {
    const id = city();
    const unit = running.app.get(UnitOfWork);
    const failing = unit.write({ actor: actorId }, async () => {
      const [saved] = await write(id, aSave('BG.2', 1));
      expect(saved?.revision).toBe(1);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await events(id)).toEqual([]);
    const careless = unit.write({ actor: actorId }, async () => {
      await write(id, aSave('BG.2', 1));
      await write(id, aSave('BG.2', 1)).catch(() => undefined);
    });
    await expect(careless).rejects.toMatchObject({ code: 'answer.stale' });
    expect(await events(id)).toEqual([]);
    await unit.write({ actor: actorId }, () => write(id, aSave('BG.2', 1)));
    expect(await events(id)).toHaveLength(1);
    await expectSound(id);
  });

  it('and units of work append to one stream without losing a place', async () => {
    const id = city();
    const chain = running.app.get(Chain);
    const note = () =>
      running.app.get(UnitOfWork).write({ actor: actorId }, async () => {
        await chain.append({ stream: { kind: 'assessment', id }, action: 'evidence.added' });
      });
    const work = theVersion()
      .questions.slice(0, 20)
      .flatMap(({ question }) => [() => write(id, { ...aSave('BG.2', 1), questionId: question.id }), note]);
    await Promise.all(work.map((each) => each()));
    expect(await events(id)).toHaveLength(20);
    await expectSound(id);
  });

  it('leaves chains and projections that hold at any moment, also while somebody looks', async () => {
    const ids = [city(), city()];
    let isOver = false;
    const typing = ids.map(async (id) => {
      for (let revision = 0; !isOver; revision += 1) {
        await write(id, aSave('BG.2', revision, { baseRevision: revision }));
        await pause(5);
      }
    });
    const found: unknown[] = [];
    for (let look = 0; look < 10; look += 1) {
      found.push(...(await running.app.get(ChainVerifier).verifyAll()));
      found.push(...(await running.app.get(Rebuild).compare()));
    }
    isOver = true;
    await Promise.all(typing);
    expect(found).toEqual([]);
  });

  it('undoes nothing that is saved while projections are worked out again', async () => {
    const id = city();
    const rebuilding = Array.from({ length: 10 }, () => running.app.get(Rebuild).mend(id));
    for (let revision = 0; revision < 30; revision += 1)
      await write(id, aSave('BG.2', revision, { baseRevision: revision }));
    await Promise.all(rebuilding);
    await expectSound(id);
  });

  it('keeps nobody waiting but who answers an assessment that somebody else holds', async () => {
    if (testDatabase.place.kind === 'sqlite') return;
    const [held, other] = [city(), city()];
    // Another server whose machine has lost its power in the middle of a group.
    const gone = new pg.Client({ connectionString: testDatabase.place.url });
    await gone.connect();
    await gone.query('BEGIN');
    await gone.query('SELECT id FROM assessment WHERE id = $1 FOR NO KEY UPDATE', [held]);
    const results = await Promise.allSettled([write(held, aSave('BG.2', 1)), write(other, aSave('BG.2', 1))]);
    await gone.end();
    expect(results).toMatchObject([{ reason: { code: 'server.busy' } }, { status: 'fulfilled' }]);
    await write(held, aSave('BG.2', 1));
    await Promise.all([held, other].map((id) => expectSound(id)));
  });

  it('of several servers lose nothing of each other', async () => {
    if (kind === 'sqlite') return;
    const id = city();
    const kept = { ...testDatabase, remove: () => Promise.resolve() };
    const other = await startApp(() => Promise.resolve(kept));
    const writers = [running, other].map(({ app }) => app.get(AnswerWriter));
    const results = await Promise.allSettled(
      Array.from({ length: 120 }, (_, index) => {
        const questionId = theVersion().questions[index % 40]?.question.id ?? '';
        const save = { ...aSave('BG.2', index), questionId };
        return writers[index % 2]?.write({ assessmentId: id, actorId, saves: [save] });
      }),
    );
    // Three came for each question: one was first.
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(40);
    for (const result of results)
      if (result.status === 'rejected') expect(codeOf(result.reason)).toBe('answer.stale');
    expect(await events(id)).toHaveLength(40);
    const manager = running.app.get(Reads).manager();
    expect(await manager.countBy(CurrentAnswerRow, { assessmentId: id })).toBe(40);
    await expectSound(id);
    await other.close();
  });

  async function setState(id: string, state: AssessmentRow['state']): Promise<void> {
    const unit = running.app.get(UnitOfWork);
    await unit.write({ untraced: 'projection.rebuild' }, async () => {
      await unit.manager().update(AssessmentRow, { id }, { state });
    });
  }
});

function codeOf(problem: unknown): unknown {
  return (problem as { readonly code?: unknown }).code;
}

/** Lets the database itself refuse one event, as it would one that breaks a rule that nobody thought of. */
async function refuseInserts({ writer }: Database, kind: DatabaseKind, saveId: string): Promise<void> {
  if (kind === 'sqlite') {
    await writer.query(
      `CREATE TRIGGER refuse_one BEFORE INSERT ON answer_event WHEN NEW.save_id = '${saveId}'
       BEGIN SELECT RAISE(ABORT, 'not this one'); END`,
    );
    return;
  }
  await writer.query(
    `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'not this one'; END $$`,
  );
  await writer.query(
    `CREATE TRIGGER refuse_one BEFORE INSERT ON answer_event FOR EACH ROW
     WHEN (NEW.save_id = '${saveId}') EXECUTE FUNCTION refuse_one()`,
  );
}

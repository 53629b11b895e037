import { GENESIS } from '../../audit/chain-hash.js';
import type { Database } from '../../database/database.js';
import type { RawRow, RowShape } from '../../database/row-shape.js';
import {
  sqliteConnectionOf,
  type SqliteConnection,
  type SqliteStatement,
} from '../../database/sqlite-connection.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import {
  addressOf,
  markOf,
  type EarlierSave,
  type GroupChanges,
  type GroupFacts,
  type HeldAssessment,
  type StandingAnswer,
  type Wanted,
  type WantedSave,
} from './group-facts.js';
import { type Decide, SavesRepository } from './saves.repository.js';
import { datedFrom, earlierFrom, shapesOf, type Shapes } from './shapes.js';

/**
 * Groups of saves on SQLite: one synchronous run on the write connection, without a pause in which anything else could
 * come between, in the same queue as the units of work.
 */
export class SqliteSavesRepository extends SavesRepository {
  readonly #connection: SqliteConnection;
  readonly #shapes: Shapes;
  readonly #statements: Statements;

  constructor(
    database: Database,
    private readonly unit: UnitOfWork,
  ) {
    super();
    this.#connection = sqliteConnectionOf(database.writer);
    this.#shapes = shapesOf(database.writer);
    this.#statements = prepare(this.#connection, this.#shapes);
  }

  override store<Result>(wanted: Wanted, decide: Decide<Result>): Promise<Result> {
    const work = (): Result => {
      const { changes, result } = decide(this.#facts(wanted));
      this.#write(changes);
      return result;
    };
    // A unit of work has begun the transaction already.
    if (this.unit.isOpen) return Promise.resolve(work());
    return Promise.resolve(this.#connection.transaction(work).immediate());
  }

  #facts({ assessmentIds, countedIds, saves, isThorough }: Wanted): GroupFacts {
    const assessments = new Map<string, HeldAssessment>();
    for (const id of assessmentIds) {
      const raw = this.#statements.held.get(id);
      if (raw) assessments.set(id, { ...datedFrom(this.#shapes, raw), end: this.#endFrom(raw) });
    }
    const answers = new Map<string, StandingAnswer>();
    const earlier = new Map<string, EarlierSave>();
    for (const save of saves) {
      const standing = this.#standing(save);
      if (standing) answers.set(addressOf(save.assessmentId, save), standing);
      if (!isThorough && (standing?.revision ?? 0) === save.baseRevision) continue;
      const seen = this.#statements.earlier.get(save.assessmentId, save.saveId);
      if (seen) earlier.set(markOf(save.assessmentId, save.saveId), earlierFrom(this.#shapes, seen));
    }
    const counts = new Map(
      countedIds.map((id) => [id, Number(this.#statements.count.get(id)?.['count'] ?? 0)]),
    );
    return { assessments, answers, counts, earlier };
  }

  #standing({ assessmentId, questionId, instanceId }: WantedSave): StandingAnswer | undefined {
    const { revision, answer } = this.#statements;
    const raw = revision.get(assessmentId, questionId, instanceId);
    if (!raw) return undefined;
    const read = () => this.#shapes.answer.read(answer.get(assessmentId, questionId, instanceId) ?? {}, 'o');
    return { ...(raw as { readonly revision: number; readonly eventId: string }), read };
  }

  /** A stream to which nothing was ever appended has no end yet. */
  #endFrom(raw: RawRow): HeldAssessment['end'] {
    const { sequence, hash } = this.#shapes.head.read(raw, 'h');
    return { sequence: sequence ?? 0, hash: hash ?? GENESIS };
  }

  #write({ events, entries, answers, ends, moved }: GroupChanges): void {
    const { insertEvent, insertEntry, insertContent, putAnswer, putHead, move } = this.#statements;
    const { event, entry, content, answer, head } = this.#shapes;
    for (const linked of entries) {
      insertEntry.run(...entry.values(linked.row));
      insertContent.run(...content.values(linked.content));
    }
    for (const linked of events) {
      insertEvent.run(...event.values(linked.row));
      insertContent.run(...content.values(linked.content));
    }
    for (const row of answers) putAnswer.run(...answer.values(row));
    for (const [streamId, end] of ends)
      putHead.run(...head.values({ streamKind: 'assessment', streamId, ...end }));
    for (const { state, stateSince, revision, id } of moved) move.run(state, stateSince, revision, id);
  }
}

interface Statements {
  readonly held: SqliteStatement;
  readonly revision: SqliteStatement;
  readonly answer: SqliteStatement;
  readonly count: SqliteStatement;
  readonly earlier: SqliteStatement;
  readonly insertEvent: SqliteStatement;
  readonly insertEntry: SqliteStatement;
  readonly insertContent: SqliteStatement;
  readonly putAnswer: SqliteStatement;
  readonly putHead: SqliteStatement;
  readonly move: SqliteStatement;
}

function prepare(connection: SqliteConnection, shapes: Shapes): Statements {
  const { assessment, round, event, entry, content, answer, head } = shapes;
  return {
    held: connection.prepare(
      `SELECT ${assessment.selected('a')}, ${round.selected('r')}, ${head.selected('h')} FROM "${assessment.table}" a
       JOIN "${round.table}" r ON r."id" = a."round_id"
       LEFT JOIN "${head.table}" h ON h."stream_kind" = 'assessment' AND h."stream_id" = a."id" WHERE a."id" = ?`,
    ),
    revision: connection.prepare(
      `SELECT "revision", "event_id" AS "eventId" FROM "${answer.table}"
       WHERE "assessment_id" = ? AND "question_id" = ? AND "instance_id" = ?`,
    ),
    answer: connection.prepare(
      `SELECT ${answer.selected('o')} FROM "${answer.table}" o
       WHERE o."assessment_id" = ? AND o."question_id" = ? AND o."instance_id" = ?`,
    ),
    count: connection.prepare(`SELECT COUNT(*) AS "count" FROM "${answer.table}" WHERE "assessment_id" = ?`),
    earlier: connection.prepare(
      `SELECT ${event.selected('e')}, ${content.selected('c')} FROM "${event.table}" e
       JOIN "${content.table}" c ON c."owner_id" = e."id" WHERE e."assessment_id" = ? AND e."save_id" = ?`,
    ),
    insertEvent: connection.prepare(insertion(event)),
    insertEntry: connection.prepare(insertion(entry)),
    insertContent: connection.prepare(insertion(content)),
    putAnswer: connection.prepare(`${insertion(answer)} ${answer.orReplace}`),
    putHead: connection.prepare(`${insertion(head)} ${head.orReplace}`),
    move: connection.prepare(
      `UPDATE "${assessment.table}" SET "state" = ?, "state_since" = ?, "revision" = ? WHERE "id" = ?`,
    ),
  };
}

function insertion({ table, names, columns }: Pick<RowShape<object>, 'table' | 'names' | 'columns'>): string {
  return `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join()})`;
}

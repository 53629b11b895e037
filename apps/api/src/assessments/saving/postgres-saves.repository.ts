import type { ObjectLiteral } from 'typeorm';
import { GENESIS } from '../../audit/chain-hash.js';
import type { StreamEnd } from '../../audit/link.js';
import type { Database } from '../../database/database.js';
import { channelOf, recordNotice, TELL_IN_TRANSACTION } from '../../database/notices.js';
import { inPostgres, type PostgresClient } from '../../database/postgres-client.js';
import type { RawRow, RowShape } from '../../database/row-shape.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import {
  addressOf,
  markOf,
  type GroupChanges,
  type GroupFacts,
  type StandingAnswer,
  type Wanted,
  type WantedSave,
} from './group-facts.js';
import { type Decide, SavesRepository } from './saves.repository.js';
import { datedFrom, earlierFrom, shapesOf, type Shapes } from './shapes.js';

/**
 * Groups of saves on PostgreSQL: rows are locked, read and written with one statement each for the whole group, its
 * values handed over as arrays. Several servers may do so at once: whoever holds an assessment and the end of its
 * stream is alone with it.
 */
export class PostgresSavesRepository extends SavesRepository {
  readonly #shapes: Shapes;
  readonly #sql: Statements;

  constructor(
    private readonly database: Database,
    private readonly unit: UnitOfWork,
  ) {
    super();
    this.#shapes = shapesOf(database.writer);
    this.#sql = statementsFor(this.#shapes);
  }

  override async store<Result>(wanted: Wanted, decide: Decide<Result>): Promise<Result> {
    const work = async (client: PostgresClient): Promise<Result> => {
      const { changes, result } = decide(await this.#facts(client, wanted));
      await this.#write(client, changes);
      return result;
    };
    // A unit of work has begun the transaction already.
    const runner = this.unit.isOpen ? this.unit.manager().queryRunner : undefined;
    return inPostgres(this.database.writer, runner, work);
  }

  async #facts(client: PostgresClient, { assessmentIds, saves, isThorough }: Wanted): Promise<GroupFacts> {
    const held = await client.query(named('hold assessments', this.#sql.hold, [assessmentIds]));
    const ends = await this.#ends(client, assessmentIds);
    const addresses = columns(saves, 'assessmentId', 'questionId', 'instanceId');
    const found = await client.query(named('read answers', this.#sql.answers, addresses));
    const answers = new Map(found.rows.map((raw) => this.#standing(raw)));
    const doubtful = saves.filter(
      (save) =>
        isThorough || (answers.get(addressOf(save.assessmentId, save))?.revision ?? 0) !== save.baseRevision,
    );
    const dated = held.rows.map((raw) => datedFrom(this.#shapes, raw));
    return {
      assessments: new Map(
        dated.map((each) => [each.row.id, { ...each, end: ends.get(each.row.id) ?? BEGINNING }]),
      ),
      answers,
      earlier: await this.#earlier(client, doubtful),
    };
  }

  #standing(raw: RawRow): readonly [string, StandingAnswer] {
    // Named as the shape selects them.
    const key = raw as Readonly<
      Record<`o_${'assessment_id' | 'question_id' | 'instance_id' | 'event_id'}`, string>
    >;
    const address = addressOf(key.o_assessment_id, {
      questionId: key.o_question_id,
      instanceId: key.o_instance_id,
    });
    const read = () => this.#shapes.answer.read(raw, 'o');
    return [address, { revision: Number(raw['o_revision']), eventId: key.o_event_id, read }];
  }

  async #earlier(client: PostgresClient, saves: readonly WantedSave[]): Promise<GroupFacts['earlier']> {
    if (saves.length === 0) return new Map();
    const marks = columns(saves, 'assessmentId', 'saveId');
    const { rows } = await client.query(named('read earlier saves', this.#sql.earlier, marks));
    const seen = rows.map((raw) => earlierFrom(this.#shapes, raw));
    return new Map(seen.map((save) => [markOf(save.event.assessmentId, save.event.saveId), save]));
  }

  /** Locks where the streams end. One that has no end yet gets one: else two could begin it at once. */
  async #ends(client: PostgresClient, streamIds: readonly string[]): Promise<ReadonlyMap<string, StreamEnd>> {
    const lock = async () => {
      const { rows } = await client.query(named('lock ends', this.#sql.lockEnds, [streamIds]));
      const heads = rows.map((raw) => this.#shapes.head.read(raw, 'h'));
      return new Map(heads.map(({ streamId, sequence, hash }) => [streamId, { sequence, hash }]));
    };
    const ends = await lock();
    const missing = streamIds.filter((id) => !ends.has(id));
    if (missing.length === 0) return ends;
    await client.query(named('begin streams', this.#sql.beginStreams, [missing, GENESIS]));
    return lock();
  }

  async #write(
    client: PostgresClient,
    { events, entries, answers, ends, moved }: GroupChanges,
  ): Promise<void> {
    const { event, entry, content, answer, head } = this.#shapes;
    for (const { id, state, stateSince, revision } of moved)
      await client.query(named('move', this.#sql.move, [id, state, stateSince, revision]));
    if (entries.length > 0) {
      const rows = entries.map(({ row }) => row);
      await client.query(named('insert entries', this.#sql.insertEntries, columnsOf(entry, rows)));
    }
    if (ends.size === 0) return;
    const contents = [...entries, ...events].map((linked) => linked.content);
    const heads = [...ends].map(([streamId, end]) => ({
      streamKind: 'assessment' as const,
      streamId,
      ...end,
    }));
    const eventRows = events.map(({ row }) => row);
    const values = [
      ...columnsOf(content, contents),
      ...columnsOf(event, eventRows),
      ...columnsOf(answer, answers),
      ...columnsOf(head, heads),
    ];
    await client.query(named('write saves', this.#sql.write, values));
    const notices = [...ends].map(([id, { sequence }]) => recordNotice({ id, sequence }));
    await client.query(named('tell', TELL_IN_TRANSACTION, [channelOf('record'), notices]));
  }
}

/** Where a stream ends to which nothing was ever appended. */
const BEGINNING: StreamEnd = { sequence: 0, hash: GENESIS };

/** PostgreSQL keeps the plan of a statement by its name. */
function named(name: string, text: string, values: readonly unknown[]) {
  return { name: `kilim: ${name}`, text, values: [...values] };
}

/** Some fields of some saves, as one array for each field. */
function columns(saves: readonly WantedSave[], ...fields: readonly (keyof WantedSave)[]): unknown[][] {
  return fields.map((field) => saves.map((save) => save[field]));
}

/** Rows as one array for each column. */
function columnsOf<Row extends ObjectLiteral>(shape: RowShape<Row>, rows: readonly Row[]): unknown[][] {
  const values = rows.map((row) => shape.values(row));
  return shape.columns.map((_column, place) => values.map((row) => row[place]));
}

interface Statements {
  readonly hold: string;
  readonly lockEnds: string;
  readonly beginStreams: string;
  readonly answers: string;
  readonly earlier: string;
  readonly insertEntries: string;
  readonly write: string;
  readonly move: string;
}

function statementsFor({ assessment, round, event, entry, content, answer, head }: Shapes): Statements {
  // Parameters are counted through all tables of one statement.
  const counted = parameterCount();
  const ofStream = `h."stream_kind" = 'assessment' AND h."stream_id" = ANY($1)`;
  return {
    hold: `SELECT ${assessment.selected('a')}, ${round.selected('r')} FROM "${assessment.table}" a
      JOIN "${round.table}" r ON r."id" = a."round_id" WHERE a."id" = ANY($1)
      ORDER BY a."id" FOR NO KEY UPDATE OF a`,
    lockEnds: `SELECT ${head.selected('h')} FROM "${head.table}" h WHERE ${ofStream} ORDER BY h."stream_id" FOR UPDATE`,
    beginStreams: `INSERT INTO "${head.table}" ("stream_kind", "stream_id", "sequence", "hash")
      SELECT 'assessment', id, 0, $2 FROM unnest($1::varchar[]) AS id ON CONFLICT DO NOTHING`,
    answers: `SELECT ${answer.selected('o')} FROM unnest($1::varchar[], $2::varchar[], $3::varchar[])
      AS wanted(assessment, question, instance) JOIN "${answer.table}" o ON o."assessment_id" = wanted.assessment
      AND o."question_id" = wanted.question AND o."instance_id" = wanted.instance`,
    earlier: `SELECT ${event.selected('e')}, ${content.selected('c')} FROM unnest($1::varchar[], $2::varchar[])
      AS wanted(assessment, save) JOIN "${event.table}" e ON e."assessment_id" = wanted.assessment
      AND e."save_id" = wanted.save JOIN "${content.table}" c ON c."owner_id" = e."id"`,
    insertEntries: insertion(entry, parameterCount()),
    write: `WITH contents AS (${insertion(content, counted)}), events AS (${insertion(event, counted)}),
      answers AS (${insertion(answer, counted)} ${answer.orReplace})
      ${insertion(head, counted)} ${head.orReplace}`,
    move: `UPDATE "${assessment.table}" SET "state" = $2, "state_since" = $3, "revision" = $4 WHERE "id" = $1`,
  };
}

/** Gives out the numbers of a statement's parameters. */
function parameterCount(): () => string {
  let count = 0;
  return () => `$${String(++count)}`;
}

/** Inserts as many rows as there are values in the arrays, one array for each column. */
function insertion<Row extends ObjectLiteral>(
  { table, names, columns }: RowShape<Row>,
  parameter: () => string,
): string {
  const arrays = columns.map(({ type }) => `${parameter()}::${type}[]`);
  return `INSERT INTO "${table}" (${names}) SELECT * FROM unnest(${arrays.join()})`;
}

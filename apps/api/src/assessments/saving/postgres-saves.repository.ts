import type { ObjectLiteral } from 'typeorm';
import { GENESIS } from '../../audit/chain-hash.js';
import type { StreamEnd } from '../../audit/link.js';
import type { Database } from '../../database/database.js';
import { channelOf, recordNotice, TELL_IN_TRANSACTION } from '../../database/notices.js';
import {
  inPostgres,
  type PipelinedWork,
  type PostgresClient,
  type PostgresStatement,
} from '../../database/postgres-client.js';
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
import { type PostgresStatements, statementsFor } from './postgres-statements.js';
import { datedFrom, earlierFrom, shapesOf, type Shapes } from './shapes.js';

/**
 * Groups of saves on PostgreSQL: rows are locked, read and written with one statement each for the whole group, its
 * values handed over as arrays. Several servers may do so at once: whoever holds an assessment and the end of its
 * stream is alone with it.
 */
export class PostgresSavesRepository extends SavesRepository {
  readonly #shapes: Shapes;
  readonly #sql: PostgresStatements;

  constructor(
    private readonly database: Database,
    private readonly unit: UnitOfWork,
  ) {
    super();
    this.#shapes = shapesOf(database.writer);
    this.#sql = statementsFor(this.#shapes);
  }

  override async store<Result>(wanted: Wanted, decide: Decide<Result>): Promise<Result> {
    const work: PipelinedWork<Result> = async (client, begun) => {
      const [facts] = await Promise.all([this.#facts(client, wanted), begun]);
      const { changes, result } = decide(facts);
      return { result, done: this.#write(client, changes) };
    };
    // A unit of work has begun the transaction already.
    const runner = this.unit.isOpen ? this.unit.manager().queryRunner : undefined;
    return inPostgres(this.database.writer, runner, work);
  }

  async #facts(
    client: PostgresClient,
    { assessmentIds, countedIds, saves, isThorough }: Wanted,
  ): Promise<GroupFacts> {
    const addresses = columns(saves, 'assessmentId', 'questionId', 'instanceId');
    // In this order: answers are read when nobody else can change them any more.
    const [held, ends, found, counts] = await Promise.all([
      client.query(named('hold assessments', this.#sql.hold, [assessmentIds])),
      this.#ends(client, assessmentIds),
      client.query(named('read answers', this.#sql.answers, addresses)),
      this.#counts(client, countedIds),
    ]);
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
      counts,
      earlier: await this.#earlier(client, doubtful),
    };
  }

  async #counts(client: PostgresClient, ids: readonly string[]): Promise<GroupFacts['counts']> {
    if (ids.length === 0) return new Map();
    const { rows } = await client.query(named('count answers', this.#sql.count, [ids]));
    return new Map(rows.map(({ id, count }) => [String(id), Number(count)]));
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

  /** Sends all of it at once; resolves when all has been written. */
  async #write(client: PostgresClient, changes: GroupChanges): Promise<void> {
    await Promise.all(this.#writing(changes).map((statement) => client.query(statement)));
  }

  /** The statements that write what a group changes, in their order. */
  #writing({ events, entries, answers, ends, moved }: GroupChanges): readonly PostgresStatement[] {
    if (ends.size === 0) return [];
    const { event, entry, content, answer, head } = this.#shapes;
    const moves = moved.map(({ id, state, stateSince, revision }) =>
      named('move', this.#sql.move, [id, state, stateSince, revision]),
    );
    const entryRows = entries.map(({ row }) => row);
    const begins =
      entries.length === 0
        ? []
        : [named('insert entries', this.#sql.insertEntries, columnsOf(entry, entryRows))];
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
    const notices = [...ends].map(([id, { sequence }]) => recordNotice({ id, sequence }));
    return [
      ...moves,
      ...begins,
      named('write saves', this.#sql.write, values),
      named('tell', TELL_IN_TRANSACTION, [channelOf('record'), notices]),
    ];
  }
}

/** Where a stream ends to which nothing was ever appended. */
const BEGINNING: StreamEnd = { sequence: 0, hash: GENESIS };

/** PostgreSQL keeps the plan of a statement by its name. */
function named(name: string, text: string, values: readonly unknown[]): PostgresStatement {
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

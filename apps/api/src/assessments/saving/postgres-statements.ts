import type { ObjectLiteral } from 'typeorm';
import type { RowShape } from '../../database/row-shape.js';
import type { Shapes } from './shapes.js';

/** The text of each statement by which groups of saves are stored on PostgreSQL. */
export interface PostgresStatements {
  readonly hold: string;
  readonly lockEnds: string;
  readonly beginStreams: string;
  readonly answers: string;
  readonly count: string;
  readonly earlier: string;
  readonly insertEntries: string;
  readonly write: string;
  readonly move: string;
}

/** The statements for these shapes; each takes its values as one array for each column. */
export function statementsFor({
  assessment,
  round,
  event,
  entry,
  content,
  answer,
  head,
}: Shapes): PostgresStatements {
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
    count: `SELECT wanted.id AS id, COUNT(o."assessment_id") AS count FROM unnest($1::varchar[]) AS wanted(id)
      LEFT JOIN "${answer.table}" o ON o."assessment_id" = wanted.id GROUP BY wanted.id`,
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

import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** The whole history is read from its newest end: without an index of the times each page went through all there is. */
export class HistoryInTime1764300000000 implements MigrationInterface {
  readonly name = 'HistoryInTime1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['audit_entry', 'answer_event'])
      await runner.createIndex(table, new TableIndex({ columnNames: ['at', 'sequence', 'id'] }));
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}

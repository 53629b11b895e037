import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers that arrive after the deadline and were typed before it say when. */
export class LateAnswers1764250000000 implements MigrationInterface {
  readonly name = 'LateAnswers1764250000000';

  async up(runner: QueryRunner): Promise<void> {
    // By hand: TypeORM would make the tables anew on SQLite, without the triggers that keep events as they are.
    const words = runner.dataSource.options.type === 'postgres' ? ' COLLATE "C"' : '';
    for (const table of ['answer_event', 'current_answer'])
      await runner.query(`ALTER TABLE "${table}" ADD COLUMN "typed_at" varchar(24)${words}`);
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}

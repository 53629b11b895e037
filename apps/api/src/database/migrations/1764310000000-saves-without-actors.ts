import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No index says any more what each person typed: it cost a seventh of every save, since many people's places lie apart,
 * and served one filter of the history, which finds people's answers where they had roles (decision 003).
 */
export class SavesWithoutActors1764310000000 implements MigrationInterface {
  readonly name = 'SavesWithoutActors1764310000000';

  async up(runner: QueryRunner): Promise<void> {
    const table = await runner.getTable('personal_content');
    const index = table?.indices.find(({ columnNames }) => columnNames.join() === 'actor_id');
    if (table && index) await runner.dropIndex(table, index);
  }

  down(): Promise<void> {
    throw new Error('Restore a backup from before instead.');
  }
}

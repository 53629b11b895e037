import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { AuditEntryRow } from '../audit/audit-entry.entity.js';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { QuestionnaireVersionRow } from './questionnaire-version.entity.js';
import { QuestionnaireRow } from './questionnaire.entity.js';
import { TextRevisionRow } from './text-revision.entity.js';

/** The tables of published versions and their texts. */
@Injectable()
export class QuestionnairesRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** The line of versions with that code. */
  findLine(programmeId: string, code: string): Promise<QuestionnaireRow | null> {
    return this.reads.manager().findOneBy(QuestionnaireRow, { programmeId, code });
  }

  findVersion(id: string): Promise<QuestionnaireVersionRow | null> {
    return this.reads.manager().findOneBy(QuestionnaireVersionRow, { id });
  }

  /** Every version, in the order of their ids. */
  async findIds(): Promise<readonly string[]> {
    const rows = await this.reads
      .manager()
      .find(QuestionnaireVersionRow, { select: { id: true }, order: { id: 'ASC' } });
    return rows.map(({ id }) => id);
  }

  /** The versions of a programme, or of one of its lines, the newest first. */
  async findVersionIds(programmeId: string, code?: string): Promise<readonly string[]> {
    const query = this.reads
      .manager()
      .createQueryBuilder(QuestionnaireVersionRow, 'version')
      .innerJoin(QuestionnaireRow, 'line', 'line.id = version.questionnaireId')
      .select('version.id', 'id')
      .where('line.programmeId = :programmeId', { programmeId });
    if (code !== undefined) query.andWhere('line.code = :code', { code });
    query
      .orderBy('version.sequence', 'DESC', 'NULLS LAST')
      .addOrderBy('version.publishedAt', 'DESC')
      .addOrderBy('version.id', 'DESC');
    return (await query.getRawMany<{ id: string }>()).map(({ id }) => id);
  }

  /** Who published each of those versions. */
  async findAuthors(ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.reads.manager().find(QuestionnaireVersionRow, {
      select: { id: true, publishedBy: true },
      where: { id: In([...ids]) },
    });
    return new Map(rows.map(({ id, publishedBy }) => [id, publishedBy]));
  }

  /** Whether the line has a version of that name, or one with that content. */
  hasVersion(questionnaireId: string, version: string, hash: string): Promise<boolean> {
    return this.reads.manager().existsBy(QuestionnaireVersionRow, [
      { questionnaireId, version },
      { questionnaireId, hash },
    ]);
  }

  /** Every text revision of a version, oldest first. */
  findTexts(versionId: string): Promise<TextRevisionRow[]> {
    return this.#texts().where({ versionId }).getMany();
  }

  /** Of those versions, which language has which newest revision; without the texts. */
  findTextHashes(
    versionIds: readonly string[],
  ): Promise<Pick<TextRevisionRow, 'id' | 'versionId' | 'language' | 'hash' | 'savedAt'>[]> {
    const facts = (['id', 'versionId', 'language', 'hash', 'savedAt'] as const).map(
      (each) => `revision.${each}`,
    );
    return this.#texts()
      .select(facts)
      .where({ versionId: In([...versionIds]) })
      .getMany();
  }

  /** In the order of their entries, as clocks of servers differ. What came with its version has none, and stands first. */
  #texts(): SelectQueryBuilder<TextRevisionRow> {
    return this.reads
      .manager()
      .createQueryBuilder(TextRevisionRow, 'revision')
      .leftJoin(AuditEntryRow, 'entry', 'entry.id = revision.id')
      .orderBy('entry.sequence', 'ASC', 'NULLS FIRST')
      .addOrderBy('revision.id');
  }

  async addLine(row: QuestionnaireRow): Promise<void> {
    await this.unit.manager().insert(QuestionnaireRow, row);
  }

  async addVersion(row: QuestionnaireVersionRow): Promise<void> {
    await this.unit.manager().insert(QuestionnaireVersionRow, row);
  }

  async addTexts(rows: readonly TextRevisionRow[]): Promise<void> {
    for (const row of rows) await this.unit.manager().insert(TextRevisionRow, row);
  }
}

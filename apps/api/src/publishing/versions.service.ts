import type { VersionOverview } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { RoundDirectory } from '../rounds/round-directory.service.js';
import { People } from '../session/people.service.js';
import { PublishingRepository } from './publishing.repository.js';
import { ReportViews } from './report-views.service.js';
import type { VersionRetirementRow } from './version-retirement.entity.js';

/** Published versions as those see them who write the next one, and what becomes of them. */
@Injectable()
export class Versions {
  constructor(
    private readonly repository: PublishingRepository,
    private readonly questionnaires: QuestionnairesService,
    private readonly reports: ReportViews,
    private readonly rounds: RoundDirectory,
    private readonly people: People,
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
  ) {}

  /** The versions of a programme, the newest first. */
  async list(programmeId: string): Promise<readonly VersionOverview[]> {
    return this.#overviews(await this.questionnaires.versionsOf(programmeId));
  }

  /** @throws Problem `version.retired` */
  retire(versionId: string, actorId: string, reason: string): Promise<VersionOverview> {
    return this.#become('retired', versionId, actorId, reason);
  }

  /** @throws Problem `version.inUse` */
  takeBack(versionId: string, actorId: string): Promise<VersionOverview> {
    return this.#become('returned', versionId, actorId);
  }

  async #become(
    kind: VersionRetirementRow['kind'],
    versionId: string,
    actorId: string,
    reason?: string,
  ): Promise<VersionOverview> {
    await this.unit.write({ actor: actorId }, async () => {
      const { compiled } = await this.questionnaires.version(versionId);
      const { code, version } = compiled.questionnaire;
      const id = uuidv7();
      // First of all, since it makes two people wait for each other: the second then sees what the first did.
      await this.chain.append({
        ...{ id, stream: { kind: 'administration' }, action: `version.${kind}`, subjectId: versionId },
        body: { subject: `${code} ${version}`, ...(reason !== undefined && { reason }) },
      });
      const last = (await this.repository.findRetirements([versionId])).at(-1);
      const isRetired = last?.kind === 'retired';
      if (isRetired === (kind === 'retired'))
        throw new Problem(isRetired ? 'version.retired' : 'version.inUse');
      await this.repository.addRetirement({ id, versionId, kind, at: this.unit.now() });
    });
    const [overview] = await this.#overviews([versionId]);
    if (!overview) throw new Error('One version gives one overview.');
    return overview;
  }

  async #overviews(ids: readonly string[]): Promise<readonly VersionOverview[]> {
    const [summaries, authors] = [
      await this.questionnaires.summaries(ids),
      await this.questionnaires.authorsOf(ids),
    ];
    const origins = await this.repository.findOrigins(ids);
    const reports = await this.reports.summaries(
      await this.repository.findReportsById(origins.flatMap(({ reportId }) => reportId ?? [])),
    );
    const retirements = await this.repository.findRetirements(ids);
    const rounds = await this.rounds.using(ids);
    const person = await this.people.named([...authors.values()]);
    return ids.flatMap((id): readonly VersionOverview[] => {
      const summary = summaries.get(id);
      if (!summary) return [];
      const origin = origins.find(({ versionId }) => versionId === id);
      const report = reports.find((each) => each.id === origin?.reportId);
      const last = retirements.findLast(({ versionId }) => versionId === id);
      return [
        {
          ...summary,
          publishedBy: person(authors.get(id) ?? null),
          ...(last?.kind === 'retired' && { retiredAt: last.at }),
          rounds: rounds
            .filter(({ versionId }) => versionId === id)
            .map(({ id: round, name }) => ({ id: round, name })),
          ...(origin && { draftId: origin.draftId }),
          ...(report && { report }),
        },
      ];
    });
  }
}

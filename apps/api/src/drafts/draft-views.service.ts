import type { DraftStacks, DraftStep, DraftStepLine, DraftSummary, Instant, Person } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { Contents } from '../audit/contents.service.js';
import { later } from '../config/clock.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { People } from '../session/people.service.js';
import { stacksOf } from './draft-stacks.js';
import type { DraftStepRow } from './draft-step.entity.js';
import type { DraftRow } from './draft.entity.js';
import { DraftsRepository } from './drafts.repository.js';

/** How long a draft that was thrown away can be taken back. */
const RECOVERABLE_MS = 30 * 24 * 60 * 60 * 1000;

/** How many of somebody's last steps are looked through for what they can take back. */
const STACK_DEPTH = 300;

/** Drafts and their steps as the contract shows them. */
@Injectable()
export class DraftViews {
  constructor(
    private readonly repository: DraftsRepository,
    private readonly contents: Contents,
    private readonly people: People,
    private readonly questionnaires: QuestionnairesService,
  ) {}

  async summaries(rows: readonly DraftRow[]): Promise<readonly DraftSummary[]> {
    const person = await this.people.named(rows.flatMap((row) => [row.createdBy, row.changedBy]));
    const versions = await this.questionnaires.summaries(rows.flatMap(({ basedOnId }) => basedOnId ?? []));
    return rows.map((row) => {
      const basedOn = versions.get(row.basedOnId ?? '');
      return {
        ...{ id: row.id, programmeId: row.programmeId, state: stateOf(row) },
        ...{ code: row.code, version: row.version, title: row.title, revision: row.revision },
        ...{ createdAt: row.createdAt, createdBy: person(row.createdBy) },
        ...{ changedAt: row.changedAt, changedBy: person(row.changedBy) },
        ...(basedOn && { basedOn: { versionId: basedOn.id, version: basedOn.version } }),
        ...(row.discardedAt !== null && { recoverableUntil: recoverableUntil(row.discardedAt) }),
        ...(row.versionId !== null && { versionId: row.versionId }),
      };
    });
  }

  async summary(row: DraftRow): Promise<DraftSummary> {
    const [summary] = await this.summaries([row]);
    if (!summary) throw new Error('One row gives one summary.');
    return summary;
  }

  /** Steps in full. */
  async steps(rows: readonly DraftStepRow[]): Promise<readonly DraftStep[]> {
    const by = await this.#authors(rows);
    return rows.map((row) => ({ ...factsOf(row, by), changeId: row.changeId, ...row.content }));
  }

  /** Steps as lists show them. */
  async lines(rows: readonly DraftStepRow[]): Promise<readonly DraftStepLine[]> {
    const by = await this.#authors(rows);
    return rows.map((row) => ({ ...factsOf(row, by), what: row.summary }));
  }

  /** What somebody can take back and make again. */
  async stacks(draftId: string, actorId: string): Promise<DraftStacks> {
    return stacksOf(await this.repository.findOwn(draftId, actorId, STACK_DEPTH));
  }

  /** Whether somebody took that step. */
  async isOwn({ id }: DraftStepRow, actorId: string): Promise<boolean> {
    return (await this.contents.of([id]))(id).actorId === actorId;
  }

  async #authors(rows: readonly DraftStepRow[]): Promise<(id: string) => Person> {
    const content = await this.contents.of(rows.map(({ id }) => id));
    const person = await this.people.named(rows.map(({ id }) => content(id).actorId));
    return (id) => person(content(id).actorId);
  }
}

/** Until when a draft that was thrown away can be taken back. */
export function recoverableUntil(discardedAt: Instant): Instant {
  return later(discardedAt, RECOVERABLE_MS);
}

function stateOf({ versionId, discardedAt }: DraftRow): DraftSummary['state'] {
  if (versionId !== null) return 'published';
  return discardedAt === null ? 'open' : 'discarded';
}

function factsOf(row: DraftStepRow, by: (id: string) => Person) {
  const { revision, kind, ofRevision, at } = row;
  return { revision, kind, ...(ofRevision !== null && { of: ofRevision }), at, by: by(row.id) };
}

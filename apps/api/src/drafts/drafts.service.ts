import type { Draft, DraftOrigin, DraftStep, DraftStepLine, DraftSummary } from '@kilim/contracts';
import { checkDraft, contentOf, openDraft, type DraftContent, type DraftFault } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Actor } from '../access/actor.js';
import { Chain } from '../audit/chain.js';
import { Clock } from '../config/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { sha256 } from '../questionnaires/content-hash.js';
import { DraftKeeper } from './draft-keeper.js';
import { DraftOrigins } from './draft-origins.service.js';
import { DraftSteps } from './draft-steps.service.js';
import { DraftViews, recoverableUntil } from './draft-views.service.js';
import { DraftWriter } from './draft-writer.js';
import type { DraftRow } from './draft.entity.js';
import { DraftsRepository } from './drafts.repository.js';

/** How many steps a client that catches up gets at once. */
const STEPS_AT_ONCE = 200;

/** Drafts: which there are, what is in them, how they begin and end. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly repository: DraftsRepository,
    private readonly keeper: DraftKeeper,
    private readonly writer: DraftWriter,
    private readonly steps: DraftSteps,
    private readonly views: DraftViews,
    private readonly origins: DraftOrigins,
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
    private readonly clock: Clock,
  ) {}

  /** The drafts of a programme, the last changed first; discarded ones as long as they can be taken back. */
  async list(programmeId: string): Promise<readonly DraftSummary[]> {
    const now = this.clock.now();
    const rows = await this.repository.findAll(programmeId);
    return this.views.summaries(
      rows.filter(({ discardedAt }) => discardedAt === null || recoverableUntil(discardedAt) > now),
    );
  }

  /** @throws Problem `draft.noOrigin` */
  async create(actor: Actor, programmeId: string, origin: DraftOrigin): Promise<DraftSummary> {
    const { content, basedOnId } = await this.origins.find(actor, programmeId, origin);
    return this.begin(actor, programmeId, content, basedOnId);
  }

  /** Begins a draft with content that an editor can open. */
  async begin(
    actor: Actor,
    programmeId: string,
    content: DraftContent,
    basedOnId: string | null = null,
  ): Promise<DraftSummary> {
    const document = openDraft(content);
    const row = await this.unit.write({ actor: actor.accountId }, async () => {
      const begun = await this.writer.begin(programmeId, document, basedOnId);
      await this.#tellAdministration(begun, 'draft.created');
      return begun;
    });
    this.keeper.keep(row.id, { revision: row.revision, document });
    return this.views.summary(row);
  }

  /** @throws Problem `draft.noRevision` */
  async read(actor: Actor, draftId: string, revision?: number): Promise<Draft> {
    const row = await this.#find(draftId);
    const wanted = revision ?? row.revision;
    if (wanted > row.revision) throw new Problem('draft.noRevision');
    const document = await this.keeper.at(draftId, wanted);
    if (revision === undefined) this.keeper.keep(draftId, { revision: wanted, document });
    return {
      ...(await this.views.summary(row)),
      revision: wanted,
      content: contentOf(document),
      stacks: await this.views.stacks(draftId, actor.accountId),
    };
  }

  /** The steps after one, in order. */
  async stepsAfter(
    draftId: string,
    after: number,
    limit = STEPS_AT_ONCE,
  ): Promise<{ readonly steps: readonly DraftStep[]; readonly revision: number }> {
    const { revision } = await this.#find(draftId);
    const rows = await this.repository.findSteps(draftId, after, limit);
    return { steps: await this.views.steps(rows), revision };
  }

  /** What was done, the newest first; `next` is absent when that was all. */
  async history(
    draftId: string,
    before: number | undefined,
    limit: number,
  ): Promise<{ readonly steps: readonly DraftStepLine[]; readonly next?: number }> {
    // One more than is shown tells whether there is a further page.
    const rows = await this.repository.findLines(draftId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      steps: await this.views.lines(shown),
      ...(rows.length > limit && last && { next: last.revision }),
    };
  }

  /** What the checks say of the draft as it is now. */
  async checks(
    draftId: string,
  ): Promise<{ readonly revision: number; readonly faults: readonly DraftFault[] }> {
    const { revision } = await this.#find(draftId);
    return { revision, faults: checkDraft(await this.keeper.at(draftId, revision), sha256) };
  }

  /** @throws Problem `draft.closed` */
  async discard(actor: Actor, draftId: string): Promise<DraftSummary> {
    const row = await this.unit.write({ actor: actor.accountId }, async () => {
      const held = await this.steps.hold(draftId);
      return this.#end(held, 'discarded', { discardedAt: this.unit.now() });
    });
    return this.views.summary(row);
  }

  /** @throws Problem `draft.closed` when it is not discarded, or was too long ago */
  async recover(actor: Actor, draftId: string): Promise<DraftSummary> {
    const row = await this.unit.write({ actor: actor.accountId }, async () => {
      const held = await this.repository.lock(draftId);
      if (!held) throw new Problem('resource.missing');
      if (held.discardedAt === null)
        throw new Problem('draft.closed', { detail: 'The draft was not thrown away.' });
      if (recoverableUntil(held.discardedAt) <= this.unit.now())
        throw new Problem('draft.closed', { detail: 'The draft was thrown away too long ago.' });
      return this.#end(held, 'recovered', { discardedAt: null });
    });
    return this.views.summary(row);
  }

  async #end(
    row: DraftRow,
    kind: 'discarded' | 'recovered',
    changed: { readonly discardedAt: string | null },
  ): Promise<DraftRow> {
    const document = await this.keeper.at(row.id, row.revision);
    const nothing = { changes: [], inverse: [], before: document, after: document };
    const step = await this.writer.append(row, { changeId: uuidv7(), kind, ...nothing }, changed);
    await this.#tellAdministration(row, `draft.${kind}`);
    const { revision, at } = step;
    return { ...row, ...changed, revision, changedAt: at, changedBy: this.unit.actor() };
  }

  /** What begins and ends stands in the chain of administration, too, where it is looked for. */
  async #tellAdministration(
    { id, code, version }: DraftRow,
    action: 'draft.created' | 'draft.discarded' | 'draft.recovered',
  ): Promise<void> {
    const body = { subject: `${code} ${version}` };
    await this.chain.append({ stream: { kind: 'administration' }, action, subjectId: id, body });
  }

  async #find(draftId: string): Promise<DraftRow> {
    const row = await this.repository.find(draftId);
    if (!row) throw new Problem('resource.missing');
    return row;
  }
}

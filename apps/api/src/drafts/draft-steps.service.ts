import type { DraftStaleDetails, DraftStepped } from '@kilim/contracts';
import {
  contentOf,
  mergeChanges,
  stepTouching,
  type DraftChange,
  type DraftConflict,
  type DraftDocument,
  type Terms,
} from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { DraftKeeper } from './draft-keeper.js';
import { effectiveSteps } from './draft-stacks.js';
import type { DraftStepRow } from './draft-step.entity.js';
import { DraftViews } from './draft-views.service.js';
import { DraftWriter } from './draft-writer.js';
import type { DraftRow } from './draft.entity.js';
import { DraftsRepository } from './drafts.repository.js';

/** The most steps that a client may be behind: who is further reads the draft again. */
const MOST_BEHIND = 1000;

/** What every step comes with. */
export interface StepRequest {
  readonly changeId: string;
  readonly baseRevision: number;
}

/** A draft that nobody else can change until the unit is over. */
interface HeldDraft {
  readonly row: DraftRow;
  readonly document: DraftDocument;
  /** What was done since the client's base revision. */
  readonly since: readonly DraftStepRow[];
}

/** What a request comes to, once the draft is held. */
interface Decision {
  readonly kind: 'edited' | 'undone' | 'redone' | 'restored';
  readonly of?: number;
  readonly changes: readonly DraftChange[];
  /** The steps that the changes were made without knowing of. */
  readonly against: readonly DraftStepRow[];
}

/** Changes drafts, step by step. */
@Injectable()
export class DraftSteps {
  constructor(
    private readonly repository: DraftsRepository,
    private readonly keeper: DraftKeeper,
    private readonly writer: DraftWriter,
    private readonly views: DraftViews,
    private readonly unit: UnitOfWork,
  ) {}

  /** @throws Problem `draft.stale`, `draft.misfit`, `draft.noRevision`, `draft.closed` */
  change(
    draftId: string,
    actorId: string,
    request: StepRequest,
    changes: readonly DraftChange[],
  ): Promise<DraftStepped> {
    return this.#take(draftId, actorId, request, ({ since }) =>
      Promise.resolve({ kind: 'edited', changes, against: since }),
    );
  }

  /** @throws Problem `draft.nothingToUndo`, and as `change` */
  undo(
    draftId: string,
    actorId: string,
    request: StepRequest & { readonly revision?: number | undefined },
  ): Promise<DraftStepped> {
    return this.#take(draftId, actorId, request, async () => {
      const wanted = request.revision ?? (await this.views.stacks(draftId, actorId)).undo;
      const target = await this.#own(draftId, actorId, wanted);
      const since = await this.repository.findSteps(draftId, target.revision);
      if (since.some(({ kind, ofRevision }) => kind === 'undone' && ofRevision === target.revision))
        throw new Problem('draft.nothingToUndo', { detail: 'That step is taken back already.' });
      const against = effectiveSteps(since);
      return { kind: 'undone', of: target.revision, changes: target.content.inverse, against };
    });
  }

  /** @throws Problem `draft.nothingToUndo`, and as `change` */
  redo(draftId: string, actorId: string, request: StepRequest): Promise<DraftStepped> {
    return this.#take(draftId, actorId, request, async () => {
      const { redo } = await this.views.stacks(draftId, actorId);
      const target = await this.#own(draftId, actorId, redo);
      const against = effectiveSteps(await this.repository.findSteps(draftId, target.revision));
      return { kind: 'redone', of: target.revision, changes: target.content.inverse, against };
    });
  }

  /** @throws Problem `draft.moved`, `draft.noRevision`, `draft.closed` */
  restore(
    draftId: string,
    actorId: string,
    request: StepRequest & { readonly revision: number },
  ): Promise<DraftStepped> {
    return this.#take(draftId, actorId, request, async ({ row, since }) => {
      if (since.length > 0) throw moved(row.revision);
      if (request.revision > row.revision) throw noRevision();
      const content = contentOf(await this.keeper.at(draftId, request.revision));
      const changes: readonly DraftChange[] = [{ op: 'replace', content }];
      return { kind: 'restored', of: request.revision, changes, against: [] };
    });
  }

  /** Holds a draft, decides what to do, does it, and answers everything that the client does not know yet. */
  async #take(
    draftId: string,
    actorId: string,
    request: StepRequest,
    decide: (held: HeldDraft) => Promise<Decision>,
  ): Promise<DraftStepped> {
    const { changeId, baseRevision } = request;
    const stepped = await this.unit.write({ actor: actorId }, async () => {
      const row = await this.hold(draftId);
      if (baseRevision > row.revision) throw noRevision();
      const since = await this.#since(row, baseRevision);
      const document = await this.keeper.at(draftId, row.revision);
      const unchanged = { steps: since, revision: row.revision, document };
      // Sent again: it happened once, and the client only missed the answer.
      if (await this.repository.findStep(draftId, { changeId })) return unchanged;
      const { changes, against, kind, of } = await decide({ row, document, since });
      const outcome = mergeChanges(document, against.map(doneOf), changes, termsOf(kind));
      if (!outcome.ok) throw await this.#refusal(outcome.conflict, { row, document, since }, against);
      if (outcome.document === document) return unchanged;
      const { document: after, inverse } = outcome;
      const step = await this.writer.append(row, {
        ...{ changeId, kind, changes, inverse, before: document, after },
        ...(of !== undefined && { of }),
      });
      return { steps: [...since, step], revision: step.revision, document: after };
    });
    // Only now: what is not committed must not be kept.
    this.keeper.keep(draftId, stepped);
    return {
      steps: await this.views.steps(stepped.steps),
      revision: stepped.revision,
      stacks: await this.views.stacks(draftId, actorId),
    };
  }

  /** A draft as it is now, whatever became of it. */
  async find(draftId: string): Promise<DraftRow> {
    const row = await this.repository.find(draftId);
    if (!row) throw new Problem('resource.missing');
    return row;
  }

  /** A draft that can be changed, as it is now. @throws Problem `draft.closed` */
  async open(draftId: string): Promise<DraftRow> {
    return opened(await this.repository.find(draftId));
  }

  /** Keeps everybody else from changing the draft until the unit is over. @throws Problem `draft.closed` */
  async hold(draftId: string): Promise<DraftRow> {
    return opened(await this.repository.lock(draftId));
  }

  async #since(row: DraftRow, baseRevision: number): Promise<readonly DraftStepRow[]> {
    if (row.revision === baseRevision) return [];
    if (row.revision - baseRevision > MOST_BEHIND)
      throw new Problem('draft.noRevision', { detail: 'That step is too long ago; read the draft again.' });
    return this.repository.findSteps(row.id, baseRevision);
  }

  async #own(draftId: string, actorId: string, revision: number | undefined): Promise<DraftStepRow> {
    if (revision === undefined) throw new Problem('draft.nothingToUndo');
    const step = await this.repository.findStep(draftId, { revision });
    if (!step || !(await this.views.isOwn(step, actorId))) throw new Problem('draft.nothingToUndo');
    return step;
  }

  async #refusal(
    conflict: DraftConflict,
    { row, since }: HeldDraft,
    against: readonly DraftStepRow[],
  ): Promise<Problem> {
    if (conflict.reason === 'misfit') {
      const pointer = `/changes/${String(conflict.at)}${conflict.within ?? ''}`;
      const message = conflict.message ?? 'This does not fit.';
      return new Problem('draft.misfit', {
        detail: message,
        places: [{ in: 'body', pointer, message }],
        details: { conflict },
      });
    }
    const theirs = stepTouching(
      against.map((step) => ({ ...doneOf(step), step })),
      conflict,
    )?.step;
    const [shown] = theirs ? await this.views.steps([theirs]) : [];
    const details: DraftStaleDetails = {
      conflict,
      ...(shown && { theirs: { revision: shown.revision, at: shown.at, by: shown.by } }),
      revision: row.revision,
      steps: await this.views.steps(since),
    };
    return new Problem('draft.stale', { details });
  }
}

/** What is taken back, made again or put back was taken once. */
function termsOf(kind: Decision['kind']): Terms {
  return kind === 'edited' ? 'offered' : 'settled';
}

function opened(row: DraftRow | null): DraftRow {
  if (!row) throw new Problem('resource.missing');
  if (row.versionId !== null)
    throw new Problem('draft.closed', {
      detail: 'The draft is published. Begin a new one from its version.',
    });
  if (row.discardedAt !== null)
    throw new Problem('draft.closed', { detail: 'The draft was thrown away. Take it back first.' });
  return row;
}

function doneOf({ content }: DraftStepRow): DraftStepRow['content'] {
  return content;
}

function moved(revision: number): Problem {
  return new Problem('draft.moved', {
    detail: 'Somebody has changed the draft since. Look at it as it is now, then decide again.',
    details: { revision },
  });
}

function noRevision(): Problem {
  return new Problem('draft.noRevision');
}

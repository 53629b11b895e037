import { applyChanges, openDraft, type DraftDocument } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import type { DraftStepRow } from './draft-step.entity.js';
import { DraftsRepository } from './drafts.repository.js';

/** How many open drafts are kept at hand. */
const KEPT_DRAFTS = 20;

/** A draft as it was after a step. */
export interface KeptDraft {
  readonly revision: number;
  readonly document: DraftDocument;
}

/**
 * Has drafts open, so that a change costs as much as itself and not as much as the draft. What is kept follows from
 * the record alone: it is only used for the step that it belongs to, and brought forward by the steps since.
 */
@Injectable()
export class DraftKeeper {
  readonly #kept = new Map<string, KeptDraft>();

  constructor(private readonly repository: DraftsRepository) {}

  /** The draft after one of its steps, which the caller knows to exist. */
  async at(draftId: string, revision: number): Promise<DraftDocument> {
    const kept = this.#kept.get(draftId);
    if (kept?.revision === revision) return kept.document;
    const start =
      kept !== undefined && kept.revision < revision ? kept : await this.#snapshot(draftId, revision);
    const steps = await this.repository.findSteps(draftId, start.revision, revision - start.revision);
    return after(start.document, steps);
  }

  /** Keeps a draft that has been committed. */
  keep(draftId: string, draft: KeptDraft): void {
    if ((this.#kept.get(draftId)?.revision ?? 0) > draft.revision) return;
    // The one used last stands last.
    this.#kept.delete(draftId);
    this.#kept.set(draftId, draft);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_DRAFTS && oldest !== undefined) this.#kept.delete(oldest);
  }

  async #snapshot(draftId: string, revision: number): Promise<KeptDraft> {
    const snapshot = await this.repository.findSnapshot(draftId, revision);
    if (!snapshot) throw new Error(`Draft ${draftId} has no beginning.`);
    return { revision: snapshot.revision, document: openDraft(snapshot.content) };
  }
}

function after(document: DraftDocument, steps: readonly DraftStepRow[]): DraftDocument {
  return steps.reduce((current, { draftId, revision, content }) => {
    const outcome = applyChanges(current, content.changes, 'settled');
    if (!outcome.ok)
      throw new Error(`Step ${String(revision)} of draft ${draftId} does not fit to what came before it.`);
    return outcome.document;
  }, document);
}

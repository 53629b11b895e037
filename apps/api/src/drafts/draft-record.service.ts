import { applyChanges, contentOf, openDraft, type DraftDocument } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { Contents } from '../audit/contents.service.js';
import { contentHash } from '../questionnaires/content-hash.js';
import type { DraftStepRow } from './draft-step.entity.js';
import { DraftsRepository } from './drafts.repository.js';

/** Steps looked at in one go. */
const PAGE = 200;

/** A row of a draft's record that is not as it was written: a step, or a draft kept whole after a step. */
export interface DraftFaultFound {
  readonly draftId: string;
  readonly revision: number;
  readonly what: 'step' | 'snapshot';
}

/**
 * Holds what drafts' steps say against their chains: an entry covers the hash of its step. And plays the steps again:
 * what was kept whole in between must be what they give.
 */
@Injectable()
export class DraftRecord {
  constructor(
    private readonly repository: DraftsRepository,
    private readonly contents: Contents,
  ) {}

  /** The first fault of each draft; empty when all is as it was written. */
  async faults(): Promise<readonly DraftFaultFound[]> {
    const found: DraftFaultFound[] = [];
    for (const draftId of await this.repository.findIds()) {
      const fault = await this.#faultOf(draftId);
      if (fault) found.push({ draftId, ...fault });
    }
    return found;
  }

  async #faultOf(draftId: string): Promise<Omit<DraftFaultFound, 'draftId'> | undefined> {
    const snapshots = new Map(
      (await this.repository.findSnapshots(draftId)).map(({ revision, content }) => [revision, content]),
    );
    const begins = snapshots.get(1);
    if (!begins) return { revision: 1, what: 'snapshot' };
    let document: DraftDocument = openDraft(begins);
    let last = 0;
    for (;;) {
      const steps = await this.repository.findSteps(draftId, last, PAGE);
      const content = await this.contents.of(steps.map(({ id }) => id));
      for (const step of steps) {
        const { revision } = step;
        const covered = content(step.id).body?.['hash'] ?? step.hash;
        const hash = contentHash(step.kind === 'created' ? begins : step.content);
        const outcome = applyChanges(document, step.content.changes, 'settled');
        if (hash !== step.hash || covered !== step.hash || !outcome.ok) return { revision, what: 'step' };
        ({ document } = outcome);
        const snapshot = snapshots.get(revision);
        if (snapshot && contentHash(snapshot) !== contentHash(contentOf(document)))
          return { revision, what: 'snapshot' };
      }
      last = lastOf(steps) ?? last;
      if (steps.length < PAGE) return undefined;
    }
  }
}

function lastOf(steps: readonly DraftStepRow[]): number | undefined {
  return steps.at(-1)?.revision;
}

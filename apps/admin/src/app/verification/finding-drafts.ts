import { inject, Injectable, untracked } from '@angular/core';
import { ReasonCode } from '@kilim/contracts';
import { Answer } from '@kilim/indicators';
import * as z from 'zod';
import { Session } from '../session/session';

/** A finding that is being written and has not been sent. */
export const Draft = z.strictObject({
  answer: Answer.optional(),
  reasonCode: ReasonCode.optional(),
  reason: z.string(),
  evidenceIds: z.array(z.string()).readonly(),
});
export type Draft = z.infer<typeof Draft>;

/** Nothing written yet. */
export const NO_DRAFT: Draft = { reason: '', evidenceIds: [] };

/**
 * Keeps drafts for as long as the window is open, across leaving the page and reloading it, and signing out, too; apart
 * for each account: whoever signs in next in this window must not see what a first reader thinks.
 */
@Injectable({ providedIn: 'root' })
export class FindingDrafts {
  private readonly session = inject(Session);

  /** The draft for a question; undefined when there is none, or none that can be read. */
  find(assessmentId: string, questionId: string): Draft | undefined {
    try {
      const stored = sessionStorage.getItem(this.keyOf(assessmentId, questionId));
      if (stored === null) return undefined;
      const draft = Draft.safeParse(JSON.parse(stored));
      return draft.success ? draft.data : undefined;
    } catch {
      // No storage, or something else wrote there: one begins with an empty form.
      return undefined;
    }
  }

  /** @returns whether it is kept; without storage it lasts until the page is left */
  keep(assessmentId: string, questionId: string, draft: Draft): boolean {
    try {
      sessionStorage.setItem(this.keyOf(assessmentId, questionId), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  drop(assessmentId: string, questionId: string): void {
    try {
      sessionStorage.removeItem(this.keyOf(assessmentId, questionId));
    } catch {
      // Nothing was kept.
    }
  }

  private keyOf(assessmentId: string, questionId: string): string {
    const accountId = untracked(this.session.current)?.account.id ?? '';
    return `kilim.finding.${accountId}.${assessmentId}.${questionId}`;
  }
}

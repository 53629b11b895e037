import { ReasonCode } from '@kilim/contracts';
import { Answer } from '@kilim/indicators';
import * as z from 'zod';

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

/** Keeps drafts for as long as the window is open, across leaving the page and reloading it. */
export const drafts = {
  /** The draft for a question; undefined when there is none, or none that can be read. */
  find(assessmentId: string, questionId: string): Draft | undefined {
    try {
      const stored = sessionStorage.getItem(keyOf(assessmentId, questionId));
      if (stored === null) return undefined;
      const draft = Draft.safeParse(JSON.parse(stored));
      return draft.success ? draft.data : undefined;
    } catch {
      // No storage, or something else wrote there: one begins with an empty form.
      return undefined;
    }
  },

  /** @returns whether it is kept; without storage it lasts until the page is left */
  keep(assessmentId: string, questionId: string, draft: Draft): boolean {
    try {
      sessionStorage.setItem(keyOf(assessmentId, questionId), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  },

  drop(assessmentId: string, questionId: string): void {
    try {
      sessionStorage.removeItem(keyOf(assessmentId, questionId));
    } catch {
      // Nothing was kept.
    }
  },
};

function keyOf(assessmentId: string, questionId: string): string {
  return `kilim.finding.${assessmentId}.${questionId}`;
}

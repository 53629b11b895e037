import { inject, Injectable } from '@angular/core';
import { ReasonCode } from '@kilim/contracts';
import { Answer } from '@kilim/indicators';
import * as z from 'zod';
import { OwnStorage } from '../session/own-storage';

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

/** Keeps findings that are being written: whoever signs in next in a window must not see what a first reader thinks. */
@Injectable({ providedIn: 'root' })
export class FindingDrafts {
  private readonly storage = inject(OwnStorage);

  /** The draft for a question; undefined when there is none, or none that can be read. */
  find(assessmentId: string, questionId: string): Draft | undefined {
    return this.storage.find(keyOf(assessmentId, questionId), Draft);
  }

  /** @returns whether it is kept; without storage it lasts until the page is left */
  keep(assessmentId: string, questionId: string, draft: Draft): boolean {
    return this.storage.keep(keyOf(assessmentId, questionId), draft);
  }

  drop(assessmentId: string, questionId: string): void {
    this.storage.drop(keyOf(assessmentId, questionId));
  }
}

function keyOf(assessmentId: string, questionId: string): string {
  return `finding.${assessmentId}.${questionId}`;
}

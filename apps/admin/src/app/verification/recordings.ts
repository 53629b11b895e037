import { inject, Injectable } from '@angular/core';
import { recordFinding, type RecordFinding, type ResponseOf } from '@kilim/contracts';
import { Attempt } from '../api/attempt';
import { Write } from '../api/write';
import { UnfinishedDialogs } from '../session/unfinished-dialogs';
import { FindingDrafts } from './finding-drafts';

/** Findings on their way to the server, apart for each question: by the time one is there, another may be open. */
@Injectable()
export class Recordings {
  private readonly write = inject(Write);
  private readonly drafts = inject(FindingDrafts);
  private readonly unfinished = inject(UnfinishedDialogs);
  private readonly attempts = new Map<string, Attempt>();

  /** What becomes of recording there. */
  at(assessmentId: string, address: string): Attempt {
    const place = dialogPlace(assessmentId, address);
    const attempt = this.attempts.get(place) ?? new Attempt();
    this.attempts.set(place, attempt);
    return attempt;
  }

  /**
   * Sends a finding, and drops what was kept of it on the device once it is recorded.
   *
   * @returns undefined when it was not recorded: for the problem of its attempt, or because another is on its way there
   */
  async send(
    assessmentId: string,
    address: string,
    body: RecordFinding,
  ): Promise<ResponseOf<typeof recordFinding> | undefined> {
    const recorded = await this.at(assessmentId, address).run(() =>
      this.write.send(recordFinding, { params: { assessmentId }, body }),
    );
    if (recorded !== undefined) {
      this.drafts.drop(assessmentId, address);
      this.unfinished.drop(dialogPlace(assessmentId, address));
    }
    return recorded;
  }
}

/** Where what is being written in a dialog about an answer is kept. */
export function dialogPlace(assessmentId: string, address: string): string {
  return `${assessmentId}.${address}`;
}

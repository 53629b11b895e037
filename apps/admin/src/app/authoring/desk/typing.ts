import type { DraftChange, DraftSession } from '@kilim/indicators';
import { growStep, type Edited, type OpenStep } from './joined-steps';

/** How long somebody may pause in one field before the next letter is a step of its own. */
const PAUSE_MS = 2000;

/** What somebody is typing: letters that follow soon go into the same step, unless that is on its way to the server. */
export class Typing {
  private open: (OpenStep & { readonly at: number }) | undefined;
  private sent: string | undefined;

  /**
   * Makes an edit part of what is being typed.
   *
   * @returns undefined where it has to be a step of its own
   */
  grow(
    session: DraftSession,
    changes: readonly DraftChange[],
    field: string | undefined,
  ): Edited | undefined {
    const [change] = changes;
    const { open } = this;
    if (open?.field !== field || open === undefined || change === undefined || changes.length > 1)
      return undefined;
    if (open.changeId === this.sent || performance.now() - open.at > PAUSE_MS) return undefined;
    return growStep(session, open, change);
  }

  /** Notes into which field the last step was typed; undefined: into none. */
  note(changeId: string | undefined, field: string | undefined): void {
    this.open =
      field === undefined || changeId === undefined ? undefined : { changeId, field, at: performance.now() };
  }

  /** The step on its way to the server: it no longer grows. */
  send(changeId: string | undefined): void {
    this.sent = changeId;
  }
}

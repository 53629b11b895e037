import type { AnswerSave, CurrentAnswer, ProblemDocument } from '@kilim/contracts';
import type { Address, QuestionKind } from '@kilim/indicators';
import type { UnsentStore } from './unsent-store.js';

/** What became of one save. */
export type Outcome =
  | { readonly kind: 'saved'; readonly answer: CurrentAnswer }
  /** Somebody else changed the answer first; `current` is what they made of it. */
  | { readonly kind: 'stale'; readonly current: CurrentAnswer }
  /** No reply, or the server cannot write now: whether the save took effect is not known. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signedOut' }
  /** The server will not take this change. */
  | { readonly kind: 'refused'; readonly problem: ProblemDocument };

/** What the saver needs of its surroundings; all of it can be played in a test. */
export interface Surroundings {
  /** Gives one save to the server. Never rejects; the same save may be sent again and takes effect once. */
  send(save: AnswerSave): Promise<Outcome>;
  /** A new UUIDv7. */
  newId(): string;
  /** Runs something later; returns how to call it off. */
  later(run: () => void, afterMs: number): () => void;
  /** Language and text revision on the screen. */
  seen(): { readonly language: string; readonly textRevision: string };
  /** What kind of question is asked at an address; undefined when nothing is. */
  kindOf(address: Address): QuestionKind | undefined;
  readonly unsent: UnsentStore;
}

/** When a change goes off: with a choice at once, while somebody types after a pause. */
export type Pace = 'atOnce' | 'typing';

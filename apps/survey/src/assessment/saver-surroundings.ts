import type { AnswerSave, CurrentAnswer, Instant, ToldProblem } from '@kilim/contracts';
import type { Address, QuestionKind } from '@kilim/indicators';
import type { Outbox } from '../outbox/outbox.js';

/**
 * Why nothing can be saved for a while, whatever it is.
 *
 * | | |
 * |---|---|
 * | `network` | no reply, or somebody else's |
 * | `busy` | the server, or what stands before it, takes nothing now |
 * | `full` | the server has no room |
 * | `newer` | the server answers in words that only a newer form understands |
 */
export type Hindrance = 'network' | 'busy' | 'full' | 'newer';

/** What became of one save. */
export type Outcome =
  | { readonly kind: 'saved'; readonly answer: CurrentAnswer }
  /** Somebody else changed the answer first; `current` is what they made of it. */
  | { readonly kind: 'stale'; readonly current: CurrentAnswer }
  /** Whether the save took effect is not known, or it did not and will later. It holds for every other save too. */
  | { readonly kind: 'unreachable'; readonly because: Hindrance }
  /** The server failed at this very save. It may not at another. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'signedOut' }
  /** The server will not take this change. */
  | { readonly kind: 'refused'; readonly problem: ToldProblem };

/** What one tab learns from the server and all tabs of the same person should know. */
export type News =
  | { readonly kind: 'saved'; readonly saveId: string; readonly answer: CurrentAnswer }
  | { readonly kind: 'stale'; readonly saveId: string; readonly current: CurrentAnswer }
  | { readonly kind: 'refused'; readonly saveId: string; readonly problem: ToldProblem }
  | {
      readonly kind: 'standing';
      readonly isSignedOut: boolean;
      readonly hindrance: Hindrance | undefined;
    };

/** What the saver needs of its surroundings; all of it can be played in a test. */
export interface Surroundings {
  /**
   * Gives one save to the server, and before it in the same request what was set aside for it. Never rejects; the same
   * save may be sent again and takes effect once.
   */
  send(save: AnswerSave, aside: readonly AnswerSave[]): Promise<Outcome>;
  /** A new UUIDv7, later ones after earlier ones. */
  newId(): string;
  /** The device's clock. */
  now(): Instant;
  /** Runs something later; returns how to call it off. */
  later(run: () => void, afterMs: number): () => void;
  /** From 0 up to 1: keeps many devices from coming back at the same instant. */
  random(): number;
  /** Language and text revision on the screen. */
  seen(): { readonly language: string; readonly textRevision: string };
  /** What kind of question is asked at an address; undefined when nothing is. */
  kindOf(address: Address): QuestionKind | undefined;
  /** Tells the other tabs. */
  tell(address: Address | undefined, news: News): void;
  readonly outbox: Outbox;
}

/** When a change goes off: with a choice at once, while somebody types after a pause. */
export type Pace = 'atOnce' | 'typing';

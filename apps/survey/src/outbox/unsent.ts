import type { AnswerSave, Instant } from '@kilim/contracts';
import type { Address } from '@kilim/indicators';

/** What the server has not acknowledged of one answer. */
export interface Unsent {
  readonly address: Address;
  /**
   * Words that the person has set aside for somebody else's, oldest first. They go to the server before what stands in
   * their place, in one request with it: so they stand in the history, and never as the answer.
   */
  readonly aside?: readonly AnswerSave[];
  /** May have reached the server: it goes again exactly as it is, until it is acknowledged or refused. */
  readonly sending?: AnswerSave;
  /** The newest change, if it is newer than `sending`; the server has not seen it. */
  readonly next?: AnswerSave;
}

/**
 * What happens to the unsent part of one answer. Depends on nothing but what is kept, since it is taken twice: at once on
 * the screen, and on the device, where another tab may have been first.
 */
export type Step = (kept: Unsent | undefined) => Unsent | undefined;

/**
 * A change was made. Its base is what it was made upon: the revision the person saw, or their own change before it.
 *
 * @param seen the revision on the screen; 0 for an answer never given
 * @param closesAt until when answers are taken, by the device's clock: what was typed in time stays as it was then, since
 *   with one letter more it would be refused with it; absent: for as long as one likes
 */
export function written(address: Address, save: AnswerSave, seen: number, closesAt?: Instant): Step {
  const isTooLateFor = (next?: AnswerSave): boolean =>
    closesAt !== undefined && next !== undefined && isTypedBy(closesAt, next) && !isTypedBy(closesAt, save);
  return (before) => {
    const kept = isTooLateFor(before?.next) ? taken(before) : before;
    const { sending, next } = kept ?? {};
    if (isTooLateFor(next)) return kept;
    const baseRevision = next?.baseRevision ?? (sending ? sending.baseRevision + 1 : seen);
    return { ...kept, address, next: { ...save, baseRevision } };
  };
}

function isTypedBy(instant: Instant, { typedAt = instant }: AnswerSave): boolean {
  return typedAt <= instant;
}

/** The newest change is about to be given to the server. */
export const taken: Step = (kept) => {
  if (!kept?.next || kept.sending) return kept;
  const { next, ...rest } = kept;
  return { ...rest, sending: next };
};

/** The server has a save; what was changed since then is made upon it. */
export function acknowledged(saveId: string, revision: number): Step {
  return (kept) => {
    if (kept?.sending?.saveId !== saveId) return kept;
    return kept.next && { address: kept.address, next: { ...kept.next, baseRevision: revision } };
  };
}

/**
 * The server says already what a save says, and what was changed after it: neither needs to be made. What another tab has
 * changed since is made upon that.
 *
 * @param newestId the newest change that the server says
 * @param revision at which it stands there
 */
export function agreed(saveId: string, newestId: string, revision: number): Step {
  return (kept) => {
    if (kept?.sending?.saveId !== saveId) return kept;
    return newestOf(kept)?.saveId === newestId ? undefined : acknowledged(saveId, revision)(kept);
  };
}

/** A save is not to be made, nor what was changed after it: the person has decided. */
export function dropped(saveId: string): Step {
  return (kept) => (kept?.sending?.saveId === saveId ? undefined : kept);
}

/**
 * A save that the server has refused goes again as a new one, with the newest words.
 *
 * @param baseRevision what it is made upon now; absent: what it was made upon
 */
export function renewed(saveId: string, newId: string, baseRevision?: number): Step {
  return (kept) => {
    if (kept?.sending?.saveId !== saveId) return kept;
    const { address, aside = [], sending, next = sending } = kept;
    return following(address, aside, { ...next, saveId: newId }, baseRevision ?? baseOf(kept.sending, aside));
  };
}

/**
 * The person takes somebody else's answer in place of their own words, which are set aside.
 *
 * @param asideId the id under which their words go now
 * @param theirs the other's answer as a save, upon the revision at which it stands
 */
export function setAside(saveId: string, asideId: string, theirs: AnswerSave): Step {
  return (kept) => {
    if (kept?.sending?.saveId !== saveId) return kept;
    const { address, aside = [], sending, next = sending } = kept;
    // It is decided over words of that time: so it is in time wherever they were.
    const { typedAt } = next;
    const taken = { ...theirs, ...(typedAt !== undefined && { typedAt }) };
    return following(address, [...aside, { ...next, saveId: asideId }], taken, theirs.baseRevision);
  };
}

/**
 * Words that were set aside are in the record: a request with them was given up, or refused, and reached the server after
 * all. What stands in their place goes again without them, as a new save.
 */
export function withoutAside(saveId: string, asideId: string, newId: string): Step {
  return (kept) => {
    if (kept?.sending?.saveId !== saveId) return kept;
    const { aside = [], sending } = kept;
    const left = aside.filter((save) => save.saveId !== asideId);
    return renewed(saveId, newId, baseOf(sending, aside))({ ...kept, aside: left });
  };
}

/** Nothing of a request is saved that is refused: all of it is made upon the new base, one save after the other. */
function following(address: Address, aside: readonly AnswerSave[], next: AnswerSave, base: number): Unsent {
  const rebased = aside.map((save, place) => ({ ...save, baseRevision: base + place }));
  return {
    address,
    ...(rebased.length > 0 && { aside: rebased }),
    next: { ...next, baseRevision: base + rebased.length },
  };
}

/** What the request with a save was made upon. */
function baseOf(sending: AnswerSave, aside: readonly AnswerSave[]): number {
  return aside[0]?.baseRevision ?? sending.baseRevision;
}

/** The revision upon which what may have reached the server was made; 0: an answer never given, or nothing is under way. */
export function madeUpon(kept: Unsent | undefined): number {
  return kept?.sending ? baseOf(kept.sending, kept.aside ?? []) : 0;
}

/** The newest of what is kept. */
export function newestOf(kept: Unsent | undefined): AnswerSave | undefined {
  return kept?.next ?? kept?.sending;
}

import type { CurrentAnswer, Instant, ToldProblem } from '@kilim/contracts';
import type { Address, Answers } from '@kilim/indicators';
import type { Keeping } from '../outbox/outbox.js';
import { newestOf, type Unsent } from '../outbox/unsent.js';
import { changeOf, heldAfter, heldOf, type HeldAnswer } from './change.js';
import type { Hindrance } from './saver-surroundings.js';

/** A change the server has not taken, and why. */
export type Trouble =
  | { readonly kind: 'stale'; readonly mine: HeldAnswer; readonly current: CurrentAnswer }
  | { readonly kind: 'refused'; readonly problem: ToldProblem };

/** How saving stands over all answers. The first that applies, in this order; counts are of answers. */
export type SavingState =
  | { readonly kind: 'signedOut'; readonly count: number }
  | { readonly kind: 'stale'; readonly count: number }
  | { readonly kind: 'refused'; readonly count: number; readonly problem: ToldProblem }
  /** What keeps them: the way to the server, or (`failed`) the server with just these. */
  | { readonly kind: 'waiting'; readonly count: number; readonly because: Hindrance | 'failed' }
  | { readonly kind: 'saving'; readonly count: number }
  | { readonly kind: 'saved'; readonly at: Instant }
  /** Nothing was changed since the page was opened. */
  | { readonly kind: 'quiet' }
  /** What lies on the device is not known yet. */
  | { readonly kind: 'opening' };

/** Everything the screens show of answers and their saving. A new object after every change, else the same. */
export interface SaverView {
  readonly answers: Answers;
  readonly held: ReadonlyMap<Address, HeldAnswer>;
  /** As acknowledged by the server: who, when, which revision. */
  readonly acknowledged: ReadonlyMap<Address, CurrentAnswer>;
  /** Answers with changes that are not acknowledged. */
  readonly unsaved: ReadonlySet<Address>;
  readonly troubles: ReadonlyMap<Address, Trouble>;
  readonly state: SavingState;
  /** Whether what is not saved yet would survive this page. */
  readonly keeping: Keeping;
}

/** One answer's way to the server. */
export interface Line {
  acknowledged?: CurrentAnswer;
  /** The newest revision that says what was typed here, shown or not: whoever typed it has seen it. */
  ownRevision?: number;
  /** What is not acknowledged: as the device has it, and beyond that what this page has done since. */
  kept: Unsent | undefined;
  /** Steps the device has not finished. */
  steps: number;
  isInFlight: boolean;
  /** How often in a row the server has failed at this answer. */
  failures: number;
  /** How often in a row nothing came back of it. */
  silences: number;
  trouble?: LineTrouble;
  /** Calls off what is planned for later. */
  callOff?: () => void;
  /** Somebody types on: calls off that it is sent all the same. */
  callOffLatest?: () => void;
  /** It does not wait for the end of typing any longer. */
  isDue?: boolean;
}

/** What the server had against a save; of no account once another save is on its way. */
export type LineTrouble = { readonly saveId: string } & (
  | { readonly kind: 'stale'; readonly current: CurrentAnswer }
  | { readonly kind: 'refused'; readonly problem: ToldProblem }
);

/** What holds for all answers at once. */
export interface Saving {
  readonly isSignedOut: boolean;
  readonly hindrance: Hindrance | undefined;
  /** The newest acknowledgement since the page was opened. */
  readonly savedAt: Instant | undefined;
  readonly keeping: Keeping;
}

/**
 * What the screens show of all answers and their ways to the server.
 *
 * @param before what they showed last; where the answers, or what is acknowledged of them, are still the same, so is the
 *   object that holds them
 */
export function viewOf(
  lines: ReadonlyMap<Address, Line>,
  saving: Saving,
  before: SaverView | undefined,
): SaverView {
  const view = {
    answers: {} as Record<Address, NonNullable<HeldAnswer['answer']>>,
    held: new Map<Address, HeldAnswer>(),
    acknowledged: new Map<Address, CurrentAnswer>(),
    unsaved: new Set<Address>(),
    troubles: new Map<Address, Trouble>(),
  };
  for (const [id, line] of lines) {
    const held = heldIn(line);
    if (!held) continue;
    view.held.set(id, held);
    if (held.answer) view.answers[id] = held.answer;
    if (line.acknowledged) view.acknowledged.set(id, line.acknowledged);
    if (isUnsaved(line)) view.unsaved.add(id);
    if (line.trouble?.kind === 'stale') view.troubles.set(id, { ...line.trouble, mine: held });
    else if (line.trouble) view.troubles.set(id, line.trouble);
  }
  return {
    ...view,
    ...(before && isSame(before.answers, view.answers) && { answers: before.answers }),
    ...(before &&
      holdsTheSame(before.acknowledged, view.acknowledged) && { acknowledged: before.acknowledged }),
    keeping: saving.keeping,
    state: stateOf(lines, saving),
  };
}

/** How saving stands over all answers. */
export function stateOf(
  lines: ReadonlyMap<Address, Line>,
  { isSignedOut, hindrance, savedAt }: Saving,
): SavingState {
  const every = [...lines.values()];
  const count = every.filter(isUnsaved).length;
  const troubles = every.flatMap(({ trouble }) => trouble ?? []);
  if (isSignedOut) return { kind: 'signedOut', count };
  const stale = troubles.filter(({ kind }) => kind === 'stale');
  if (stale.length > 0) return { kind: 'stale', count: stale.length };
  const refused = troubles.filter((trouble) => trouble.kind === 'refused');
  if (refused[0]) return { kind: 'refused', count: refused.length, problem: refused[0].problem };
  if (count === 0) return savedAt === undefined ? { kind: 'quiet' } : { kind: 'saved', at: savedAt };
  if (hindrance !== undefined) return { kind: 'waiting', count, because: hindrance };
  const failed = every.filter(({ failures, kept }) => failures > 0 && kept !== undefined);
  if (failed.length > 0) return { kind: 'waiting', count: failed.length, because: 'failed' };
  return { kind: 'saving', count };
}

function isSame(one: Answers, other: Answers): boolean {
  const addresses = Object.keys(one);
  return (
    addresses.length === Object.keys(other).length &&
    addresses.every(
      (each) => one[each] === other[each] || JSON.stringify(one[each]) === JSON.stringify(other[each]),
    )
  );
}

/** Whether something of an answer is not acknowledged. */
export function isUnsaved({ kept }: Line): boolean {
  return newestOf(kept) !== undefined;
}

function holdsTheSame<K, V>(one: ReadonlyMap<K, V>, other: ReadonlyMap<K, V>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}

/** An answer as the person sees it: with what is not acknowledged. */
export function heldIn({ kept, acknowledged }: Line): HeldAnswer | undefined {
  const mine = newestOf(kept);
  return mine ? heldAfter(changeOf(mine)) : acknowledged && heldOf(acknowledged);
}

/** The newest revision that is known, shown or not; 0 for an answer never given. */
export function revisionOf(line: Line): number {
  return line.acknowledged?.revision ?? 0;
}

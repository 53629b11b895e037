import type { AnswerSave, CurrentAnswer, Instant, ProblemDocument } from '@kilim/contracts';
import type { Address, Answers } from '@kilim/indicators';
import { changeOf, heldAfter, heldOf, type Change, type HeldAnswer } from './change.js';

/** A change the server has not taken, and why. */
export type Trouble =
  | { readonly kind: 'stale'; readonly mine: HeldAnswer; readonly current: CurrentAnswer }
  | { readonly kind: 'refused'; readonly problem: ProblemDocument };

/** How saving stands over all answers. The first that applies, in this order. */
export type SavingState =
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly problem: ProblemDocument }
  | { readonly kind: 'offline' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Instant }
  /** Nothing was changed since the page was opened. */
  | { readonly kind: 'quiet' };

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
}

/** One answer's way to the server. */
export interface Line {
  acknowledged?: CurrentAnswer;
  sending?: AnswerSave;
  next?: Change;
  /** True between giving `sending` away and its outcome. */
  isInFlight: boolean;
  /** Lost replies in a row. */
  lost: number;
  trouble?:
    { readonly kind: 'stale'; readonly current: CurrentAnswer } | Extract<Trouble, { kind: 'refused' }>;
  callOff?: () => void;
}

/** What holds for all answers at once. */
export interface Saving {
  readonly isSignedOut: boolean;
  /** The newest acknowledgement since the page was opened. */
  readonly savedAt: Instant | undefined;
}

/** What the screens show of all answers and their ways to the server. */
export function viewOf(lines: ReadonlyMap<Address, Line>, saving: Saving): SaverView {
  const view = {
    answers: {} as Record<Address, NonNullable<HeldAnswer['answer']>>,
    held: new Map<Address, HeldAnswer>(),
    acknowledged: new Map<Address, CurrentAnswer>(),
    unsaved: new Set<Address>(),
    troubles: new Map<Address, Trouble>(),
  };
  for (const [id, line] of lines) {
    const mine = newest(line);
    const held = mine ? heldAfter(mine) : line.acknowledged && heldOf(line.acknowledged);
    if (!held) continue;
    view.held.set(id, held);
    if (held.answer) view.answers[id] = held.answer;
    if (line.acknowledged) view.acknowledged.set(id, line.acknowledged);
    if (mine) view.unsaved.add(id);
    if (line.trouble?.kind === 'stale') view.troubles.set(id, { ...line.trouble, mine: held });
    else if (line.trouble) view.troubles.set(id, line.trouble);
  }
  return { ...view, state: stateOf(lines, saving, view.unsaved, [...view.troubles.values()]) };
}

function stateOf(
  lines: ReadonlyMap<Address, Line>,
  { isSignedOut, savedAt }: Saving,
  unsaved: ReadonlySet<Address>,
  troubles: readonly Trouble[],
): SavingState {
  if (isSignedOut) return { kind: 'signedOut' };
  if (troubles.some(({ kind }) => kind === 'stale')) return { kind: 'stale' };
  const refused = troubles.find((trouble) => trouble.kind === 'refused');
  if (refused) return { kind: 'refused', problem: refused.problem };
  if ([...lines.values()].some(({ lost }) => lost > 0)) return { kind: 'offline' };
  if (unsaved.size > 0) return { kind: 'saving' };
  return savedAt === undefined ? { kind: 'quiet' } : { kind: 'saved', at: savedAt };
}

/** The newest change of a line that is not acknowledged. */
export function newest(line: Line): Change | undefined {
  return line.next ?? (line.sending && changeOf(line.sending));
}

/** The revision that the next change is made upon; 0 for an answer never given. */
export function revisionOf(line: Line): number {
  return line.acknowledged?.revision ?? 0;
}

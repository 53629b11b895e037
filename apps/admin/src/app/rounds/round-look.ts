import { AssessmentState, WAITING_ON, WaitingReason } from '@kilim/contracts';

/** What the matrix shows in its cells. */
export const VIEWS = ['answered', 'score', 'evidence'] as const;
export type View = (typeof VIEWS)[number];

/** What its lines can be sorted by, beside each indicator by its code. */
export const SORTS = ['city', 'state', 'progress', 'deadline', 'waiting', 'activity'] as const;
export type Sort = (typeof SORTS)[number] | { readonly indicator: string };

/** Whom a city has to wait for, or who waits for it; or why that is worth knowing. */
export const WAITS = [...WAITING_ON, ...WaitingReason.options] as const;
export type Waits = (typeof WAITS)[number];

/** How a round is looked at; it stands in the address, so that it can be sent to somebody and kept. */
export interface RoundLook {
  readonly view: View;
  readonly sort: Sort;
  /** From the other end. */
  readonly isReversed: boolean;
  /** Only cities in this state; absent: all. */
  readonly state?: AssessmentState;
  readonly country?: string;
  readonly waits?: Waits;
  /** Words that city, country or an expert's name has. */
  readonly find: string;
}

/** The parts of a look as they stand in an address. */
export const LOOK_PARTS = ['view', 'sort', 'order', 'state', 'country', 'waits', 'find'] as const;
export type LookAddress = Readonly<Partial<Record<(typeof LOOK_PARTS)[number], string | undefined>>>;

/** Reads the look from an address; what is not known falls back to the first of its kind. */
export function lookOf(address: LookAddress): RoundLook {
  const state = AssessmentState.options.find((each) => each === address.state);
  const waits = WAITS.find((each) => each === address.waits);
  const country = address.country ?? '';
  return {
    view: VIEWS.find((each) => each === address.view) ?? 'answered',
    sort: sortOf(address.sort),
    isReversed: address.order === 'reversed',
    ...(state !== undefined && { state }),
    ...(country !== '' && { country }),
    ...(waits !== undefined && { waits }),
    find: (address.find ?? '').trim(),
  };
}

function sortOf(name: string | undefined): Sort {
  const known = SORTS.find((each) => each === name);
  if (known !== undefined) return known;
  return name !== undefined && /^[A-Za-z0-9][A-Za-z0-9.-]{0,23}$/.test(name) ? { indicator: name } : 'city';
}

/** A sort as it stands in an address. */
export function sortName(sort: Sort): string {
  return typeof sort === 'string' ? sort : sort.indicator;
}

/** Whether a look leaves cities out. */
export function isNarrowed({ state, country, waits, find }: RoundLook): boolean {
  return state !== undefined || country !== undefined || waits !== undefined || find !== '';
}

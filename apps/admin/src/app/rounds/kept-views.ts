import * as z from 'zod';
import { remember, remembered } from '../device/remembered';
import { LOOK_PARTS, type LookAddress } from './round-look';

/** A look at rounds under a name of the reader's own, kept in this browser. */
export interface KeptView {
  readonly name: string;
  readonly look: LookAddress;
}

const STORAGE_KEY = 'kilim.roundViews';
/** As many as a menu holds. */
export const MOST_VIEWS = 20;

const Kept = z.array(
  z.object({ name: z.string().min(1).max(80), look: z.partialRecord(z.enum(LOOK_PARTS), z.string()) }),
);

/** The views kept in this browser, by name; none where storage is refused or holds something else. */
export function keptViews(): readonly KeptView[] {
  const text = remembered(STORAGE_KEY);
  if (text === undefined) return [];
  const parsed = Kept.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : [];
}

/** Keeps a view; one of the same name is replaced. Answers all there are then. */
export function keepView(view: KeptView): readonly KeptView[] {
  const others = keptViews().filter(({ name }) => name !== view.name);
  return store([...others, view].slice(-MOST_VIEWS));
}

/** Forgets a view. Answers those that are left. */
export function forgetView(name: string): readonly KeptView[] {
  return store(keptViews().filter((view) => view.name !== name));
}

function store(views: readonly KeptView[]): readonly KeptView[] {
  const sorted = [...views].sort((a, b) => a.name.localeCompare(b.name));
  remember(STORAGE_KEY, sorted.length === 0 ? undefined : JSON.stringify(sorted));
  return sorted;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Somebody else's words under our key: nothing of ours is there.
    return undefined;
  }
}

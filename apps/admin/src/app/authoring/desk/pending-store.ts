import { DraftChange, DraftConflict } from '@kilim/indicators';
import * as z from 'zod';

const Step = z.object({ changeId: z.uuid(), changes: z.array(DraftChange).min(1).readonly() });
const Lost = z.object({ step: Step, conflict: DraftConflict, by: z.string().optional() });
const Kept = z.object({ pending: z.array(Step).readonly(), lost: z.array(Lost).readonly() });

/** A step that an earlier visit made and the server does not have. */
export type KeptStep = Readonly<z.infer<typeof Step>>;

/** What a visit leaves on the device: steps to be sent, in order, and those whose collision nobody has settled yet. */
export type Kept = Readonly<z.infer<typeof Kept>>;

/** What lies under a key, as it is written there and as it reads. */
interface Found {
  readonly key: string;
  readonly text: string;
  readonly kept: Kept;
}

/** Which tab keeps what, and whose it is. */
export interface Keeper {
  readonly accountId: string;
  readonly draftId: string;
  readonly visitId: string;
}

/**
 * Where what the server does not have yet survives a reload: the browser's storage, apart for each account, draft and
 * tab. What a tab has left that is gone is taken over by the next one that opens the draft.
 */
export class PendingStore {
  private readonly keys: string;
  private readonly key: string;
  /** What was taken over and where it lies, to be removed there as soon as it is kept here. */
  private adopted: readonly Found[] = [];

  constructor(
    private readonly storage: Storage | undefined,
    { accountId, draftId, visitId }: Keeper,
  ) {
    this.keys = `kilim.draft.${accountId}.${draftId}.`;
    this.key = this.keys + visitId;
  }

  /**
   * What was kept here and by tabs that are gone, in the order in which it was made, each step once: as the earliest
   * visit has it, which made it and may have typed on after another took it over. What another version of the program
   * wrote and this one cannot read stays where it is.
   *
   * @param goingOn the visits whose tabs are still open
   */
  load(goingOn: ReadonlySet<string>): Kept {
    const found = Object.keys(this.storage ?? {})
      .filter((key) => key.startsWith(this.keys))
      .filter((key) => key === this.key || !goingOn.has(key.slice(this.keys.length)))
      // The ids of visits begin with the time; of two alike the last one counts below.
      .sort((one, other) => (one < other ? 1 : -1))
      .flatMap((key) => this.read(key) ?? []);
    this.adopted = found.filter(({ key }) => key !== this.key);
    const lost = onceEach(found.flatMap(({ kept }) => kept.lost).map((each) => [each.step.changeId, each]));
    const pending = onceEach(found.flatMap(({ kept }) => kept.pending).map((each) => [each.changeId, each]));
    return { pending, lost };
  }

  /** @returns whether it is kept; there may be no room, or no storage */
  keep(pending: Kept['pending'], lost: Kept['lost']): boolean {
    try {
      if (pending.length + lost.length === 0) this.storage?.removeItem(this.key);
      else
        this.storage?.setItem(
          this.key,
          JSON.stringify({
            pending: pending.map(bare),
            lost: lost.map((each) => ({ ...each, step: bare(each.step) })),
          }),
        );
      // A tab that could not say that it is open may have written on there: that is its own.
      for (const { key, text } of this.adopted)
        if (this.storage?.getItem(key) === text) this.storage.removeItem(key);
      this.adopted = [];
      return this.storage !== undefined;
    } catch {
      // The storage is full: the caller says that leaving now would lose what is not saved.
      return false;
    }
  }

  private read(key: string): Found | undefined {
    const text = this.storage?.getItem(key) ?? '';
    try {
      const kept = Kept.safeParse(JSON.parse(text)).data;
      return kept && { key, text, kept };
    } catch {
      // Something else wrote there.
      return undefined;
    }
  }
}

/** The browser's storage; undefined where it refuses. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // Asking for it is refused: then nothing survives a reload, and the editor says so.
    return undefined;
  }
}

/** What takes a step back follows from what it is made upon again. */
function bare({ changeId, changes }: KeptStep): KeptStep {
  return { changeId, changes };
}

/** By the ids of their steps, which begin with the time at which they were made. */
function onceEach<Thing>(entries: readonly (readonly [string, Thing])[]): readonly Thing[] {
  return [...new Map([...entries].sort(([one], [other]) => (one < other ? -1 : 1))).values()];
}

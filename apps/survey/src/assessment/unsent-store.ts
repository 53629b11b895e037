import { AnswerSave, DataQuality } from '@kilim/contracts';
import { AnswerValue } from '@kilim/indicators';
import * as z from 'zod';

const KeptChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set'),
    value: AnswerValue,
    quality: DataQuality.exactOptional(),
    source: z.string().exactOptional(),
    comment: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('cleared') }),
  z.object({ kind: z.literal('notApplicable'), reason: z.string() }),
]);

/** What the server has not acknowledged of one answer. */
export const Unsent = z.object({
  /** Of the answer. */
  address: z.string(),
  /** Given to the server at least once, with no reply so far: it goes again exactly as it is. */
  sending: AnswerSave.exactOptional(),
  /** The newest change, if it is newer than `sending`. */
  next: KeptChange.exactOptional(),
  /** The revision `next` was made upon when there is no `sending`. */
  baseRevision: z.int(),
});
export type Unsent = z.infer<typeof Unsent>;

/** Where unacknowledged changes survive a reload. The saver is its only user. */
export interface UnsentStore {
  /** Everything kept, in no order. */
  load(): readonly Unsent[];
  /** Keeps the state of one answer, in place of what was kept of it. */
  keep(unsent: Unsent): void;
  forget(address: string): void;
}

/**
 * Keeps unsent changes in the browser's storage, one entry per answer, apart for each account and assessment.
 * What cannot be read (another version wrote it) stays where it is and is not sent.
 */
export class BrowserUnsentStore implements UnsentStore {
  private readonly prefix: string;

  constructor(
    private readonly storage: Storage,
    accountId: string,
    assessmentId: string,
  ) {
    this.prefix = `kilim.unsent.${accountId}.${assessmentId}.`;
  }

  load(): readonly Unsent[] {
    return Object.keys(this.storage)
      .filter((key) => key.startsWith(this.prefix))
      .flatMap((key) => {
        const parsed = Unsent.safeParse(parseJson(this.storage.getItem(key)));
        return parsed.success ? [parsed.data] : [];
      });
  }

  keep(unsent: Unsent): void {
    try {
      this.storage.setItem(this.prefix + unsent.address, JSON.stringify(unsent));
    } catch {
      // Full: the change is sent all the same, and the page's guard against leaving holds until it has arrived.
    }
  }

  forget(address: string): void {
    this.storage.removeItem(this.prefix + address);
  }
}

/** Keeps nothing beyond the page: for browsers that store nothing. The page's own guard against leaving remains. */
export const FORGETFUL_STORE: UnsentStore = {
  load: () => [],
  keep: () => undefined,
  forget: () => undefined,
};

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    // Not ours, or cut off: no change can be read from it.
    return undefined;
  }
}

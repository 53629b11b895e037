import type { Unsent } from './unsent.js';

/** Something on this page that holds what is not saved yet. */
export interface OpenSaver {
  readonly accountId: string;
  readonly assessmentId: string;
  readonly saver: {
    /** What is not acknowledged. */
    unsent(): readonly Unsent[];
    /** Whether everything typed so far lies on the device, and would survive this page. */
    readonly isKept: boolean;
    /** Tries everything again now. */
    retry(): void;
    /** Resolves once the device has finished with everything typed so far. Never rejects. */
    kept(): Promise<void>;
  };
  /** Question and answer in words. */
  tell(unsent: Unsent): string;
}

const open = new Set<OpenSaver>();

/** Says that a saver works on this page. Returns how to say that it ends. */
export function noteOpenSaver(saver: OpenSaver): () => void {
  open.add(saver);
  return () => open.delete(saver);
}

/** The savers that work on this page. */
export function openSavers(): readonly OpenSaver[] {
  return [...open];
}

/** Those of one person. */
export function openSaversOf(accountId: string): readonly OpenSaver[] {
  return openSavers().filter((each) => each.accountId === accountId);
}

/** Resolves once the device has finished with everything typed on this page so far. Never rejects. */
export async function allKept(): Promise<void> {
  await Promise.all([...open].map(({ saver }) => saver.kept()));
}

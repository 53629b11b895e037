import { useMemo, useSyncExternalStore } from 'react';
import type { FileSending } from '../assessment/file-sending.js';
import { useWork } from '../assessment/work.js';

/** The forms around a question whose words are no answer yet: a reply, why it does not apply, a description, one of a file. */
export type FormKind = 'reply' | 'reason' | 'evidence' | 'file';

/** What somebody has begun in a form and not sent. */
export interface HalfTyped {
  /** What stands in its fields, by their names. */
  readonly words: Readonly<Record<string, string>>;
  /** The file that it describes. */
  readonly sending?: FileSending;
  /** It is being sent. */
  readonly isBusy?: boolean;
}

/**
 * What is half typed, as long as the page lives, whatever of the form is shown meanwhile. Every key begins with the
 * account: nothing of one person is shown to another who signs in on the same page.
 */
class HalfTypedForms {
  private readonly forms = new Map<string, HalfTyped>();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  at(key: string): HalfTyped | undefined {
    return this.forms.get(key);
  }

  /** Keeps it in place of what was kept; undefined, or nothing in it: keeps nothing. */
  keep(key: string, form: HalfTyped | undefined): void {
    const isAnything = form?.sending !== undefined || Object.values(form?.words ?? {}).some(isSomething);
    if (form && isAnything) this.forms.set(key, form);
    else this.forms.delete(key);
    for (const listener of this.listeners) listener();
  }

  isAnyOf(accountId: string): boolean {
    return [...this.forms.keys()].some((key) => key.startsWith(`${accountId} `));
  }
}

const HALF_TYPED = new HalfTypedForms();
const NO_WORDS: HalfTyped['words'] = {};

/** What is half typed in one form, and ways to change it. */
export interface HalfTypedHere extends HalfTyped {
  /** Whether there is anything. */
  readonly isBegun: boolean;
  /** Takes what somebody types into a field. */
  write(field: string, words: string): void;
  /** Begins with a file, keeping the words; they stand in for what nobody has typed. */
  describe(sending: FileSending, words: HalfTyped['words']): void;
  /** Says whether it is being sent. */
  setBusy(isBusy: boolean): void;
  /** Lets go of it: it was sent, or called off. */
  forget(): void;
}

/**
 * What is half typed in a form of this assessment.
 *
 * @param place which of that kind: the address of the answer, the id of what is replied to
 */
export function useHalfTyped(kind: FormKind, place: string): HalfTypedHere {
  const { session, assessment } = useWork();
  const key = [session.account.id, assessment.id, kind, place].join(' ');
  const form = useSyncExternalStore(
    HALF_TYPED.subscribe,
    () => HALF_TYPED.at(key),
    () => undefined,
  );
  return useMemo(() => {
    // As it stands now: what was typed a moment ago may not be drawn yet.
    const change = (part: Partial<HalfTyped>): void => {
      HALF_TYPED.keep(key, { words: NO_WORDS, ...HALF_TYPED.at(key), ...part });
    };
    const wordsNow = (): HalfTyped['words'] => HALF_TYPED.at(key)?.words ?? NO_WORDS;
    return {
      ...(form ?? { words: NO_WORDS }),
      isBegun: form !== undefined,
      write: (field, words) => {
        change({ words: { ...wordsNow(), [field]: words } });
      },
      describe: (sending, words) => {
        change({ sending, words: { ...words, ...wordsNow() } });
      },
      setBusy: (isBusy) => {
        change({ isBusy });
      },
      forget: () => {
        HALF_TYPED.keep(key, undefined);
      },
    };
  }, [key, form]);
}

/** Whether anything of a person's is half typed, on whatever page. */
export function useIsAnyHalfTyped(accountId: string): boolean {
  return useSyncExternalStore(HALF_TYPED.subscribe, () => HALF_TYPED.isAnyOf(accountId));
}

function isSomething(words: string): boolean {
  return words.trim() !== '';
}

import type { Id } from '@kilim/indicators';
import { useMemo, useSyncExternalStore } from 'react';
import type { FileSending } from '../assessment/file-sending.js';
import { useWork } from '../assessment/work.js';

/**
 * What is no answer yet at a question: a reply, why it does not apply, a description, one of a file; and a date of which a
 * part is missing, where a browser does not say what stands in the field.
 */
export type FormKind = 'reply' | 'reason' | 'evidence' | 'file' | 'date';

/** What somebody has begun in a form and not sent. */
export interface HalfTyped {
  readonly kind: FormKind;
  /** The code of the question that it belongs to. */
  readonly code: string;
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
  private forms: ReadonlyMap<string, HalfTyped> = new Map();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** All there is; the same object as long as nothing changes. */
  readonly look = (): ReadonlyMap<string, HalfTyped> => this.forms;

  at(key: string): HalfTyped | undefined {
    return this.forms.get(key);
  }

  /** Keeps it in place of what was kept; undefined, or nothing in it: keeps nothing. */
  keep(key: string, form: HalfTyped | undefined): void {
    const others = [...this.forms].filter(([other]) => other !== key);
    this.become(form && isAnythingIn(form) ? [...others, [key, form]] : others);
  }

  forget(accountId: string): void {
    for (const { sending } of halfTypedOf(accountId, this.forms)) sending?.giveUp();
    this.become([...this.forms].filter(([key]) => !isOf(accountId, key)));
  }

  private become(forms: readonly (readonly [string, HalfTyped])[]): void {
    this.forms = new Map(forms);
    for (const listener of this.listeners) listener();
  }
}

function isOf(accountId: string, key: string): boolean {
  return key.startsWith(`${accountId} `);
}

function halfTypedOf(accountId: string, forms: ReadonlyMap<string, HalfTyped>): readonly HalfTyped[] {
  return [...forms].flatMap(([key, form]) => (isOf(accountId, key) ? [form] : []));
}

const HALF_TYPED = new HalfTypedForms();
const NO_WORDS: HalfTyped['words'] = {};

/** What is half typed in one form, and ways to change it. */
export interface HalfTypedHere extends Omit<HalfTyped, 'kind' | 'code'> {
  /** Whether there is anything. */
  readonly isBegun: boolean;
  /** Takes it that something is begun of which nothing can be told. */
  begin(): void;
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
export function useHalfTyped(kind: FormKind, questionId: Id, place: string): HalfTypedHere {
  const { session, assessment, version } = useWork();
  const code = version.compiled.byId.get(questionId)?.question.code ?? '';
  const key = [session.account.id, assessment.id, kind, place].join(' ');
  const form = useSyncExternalStore(
    HALF_TYPED.subscribe,
    () => HALF_TYPED.at(key),
    () => undefined,
  );
  const ways = useMemo(() => {
    // As it stands now: what was typed a moment ago may not be drawn yet.
    const change = (part: Partial<HalfTyped>): void => {
      HALF_TYPED.keep(key, { kind, code, words: NO_WORDS, ...HALF_TYPED.at(key), ...part });
    };
    const wordsNow = (): HalfTyped['words'] => HALF_TYPED.at(key)?.words ?? NO_WORDS;
    return {
      begin: () => {
        if (!HALF_TYPED.at(key)) change({});
      },
      write: (field: string, words: string) => {
        change({ words: { ...wordsNow(), [field]: words } });
      },
      describe: (sending: FileSending, words: HalfTyped['words']) => {
        change({ sending, words: { ...words, ...wordsNow() } });
      },
      setBusy: (isBusy: boolean) => {
        change({ isBusy });
      },
      forget: () => {
        if (HALF_TYPED.at(key)) HALF_TYPED.keep(key, undefined);
      },
    };
  }, [key, kind, code]);
  return useMemo(
    () => ({ ...(form ?? { words: NO_WORDS }), isBegun: form !== undefined, ...ways }),
    [form, ways],
  );
}

/** Whether anything is half typed on this page, whoever did. */
export function isAnythingHalfTyped(): boolean {
  return HALF_TYPED.look().size > 0;
}

/** What a person has half typed, on whatever page. */
export function useAllHalfTyped(accountId: string): readonly HalfTyped[] {
  const forms = useSyncExternalStore(HALF_TYPED.subscribe, HALF_TYPED.look, HALF_TYPED.look);
  return useMemo(() => halfTypedOf(accountId, forms), [accountId, forms]);
}

/** Lets go of what a person has half typed: they have gone, knowing of it. */
export function forgetHalfTyped(accountId: string): void {
  HALF_TYPED.forget(accountId);
}

/** The words that somebody has typed in it; what is chosen from a list is none of them. */
export function typedIn({ words: { level: _level, ...typed } }: Pick<HalfTyped, 'words'>): readonly string[] {
  return Object.values(typed).filter(isSomething);
}

function isAnythingIn({ kind, sending, words }: HalfTyped): boolean {
  return kind === 'date' || sending !== undefined || Object.values(words).some(isSomething);
}

function isSomething(words: string): boolean {
  return words.trim() !== '';
}

import type { InterfaceLanguage } from './interface-language.js';

/** What a page of the form can show before its program runs: made by the form's own build, put into the page by the server. */
export interface FirstView {
  /** In which language it is; the interface speaks it. */
  readonly language: string;
  /** The page to be read; absent where there is none to show yet. */
  readonly html?: string;
  /** What in it is drawn by measure: in a style sheet, since the policy takes no style attributes. */
  readonly css?: string;
  /** The id of an element before which stands what fills a window; absent: it takes all of it. */
  readonly filledAt?: string;
  /** What the program asks for first, by address, and the scores, which it would have to work out. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads something of the server as the person who asks for the page; undefined where it refuses. */
export type AskAsReader = (address: string) => Promise<unknown>;

/** What the browser says of languages: the account's stands between the two. */
export interface LanguagesWanted {
  /** The one chosen on the device. */
  readonly chosen?: InterfaceLanguage | undefined;
  /** Those its reader understands, the best first. */
  readonly accepted: readonly string[];
}

/**
 * Makes the first view of a page.
 *
 * @param path of the page, below the origin
 * @returns undefined for whoever is not signed in
 */
export type MakeFirstView = (
  path: string,
  wanted: LanguagesWanted,
  ask: AskAsReader,
) => Promise<FirstView | undefined>;

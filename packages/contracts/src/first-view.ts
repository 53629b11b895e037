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
  /** What the program asks for first, by address. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads something of the server as the person who asks for the page; undefined where it refuses. */
export type AskAsReader = (address: string) => Promise<unknown>;

/**
 * Makes the first view of a page.
 *
 * @param path   of the page, below the origin
 * @param wanted the browser's languages, in case the account has none of the interface's
 * @returns undefined for whoever is not signed in
 */
export type MakeFirstView = (
  path: string,
  wanted: readonly string[],
  ask: AskAsReader,
) => Promise<FirstView | undefined>;

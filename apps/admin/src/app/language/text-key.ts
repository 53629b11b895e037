import type english from '../../i18n/en.json';

/** Every text of the interface by its key. A key that does not exist is a compile error, in templates too. */
export type TextKey = keyof typeof english;

/** A text with a form per plural category (`rounds.one`, `rounds.few` …): named by what stands before the category. */
export type CountKey = TextKey extends infer Key ? (Key extends `${infer Stem}.other` ? Stem : never) : never;

/** What a text's gaps are filled with. */
export type TextParams = Readonly<Record<string, string | number>>;

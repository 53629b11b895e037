import type { Id } from '../../definition/identity.js';
import type { Path } from '../../definition/json-pointer.js';
import type { TextField } from '../../definition/texts.js';
import type { LossList } from '../losses.js';
import type { Fields } from './fields.js';

/** A text in the languages it is given in; that for all others under `default`. */
export interface ReadText {
  readonly id: Id;
  readonly field: TextField;
  readonly byLanguage: ReadonlyMap<string, string>;
  readonly path: Path;
}

/** The word under which SurveyJS keeps the text for all languages that have none. */
export const DEFAULT_LANGUAGE = 'default';

const TEXT_MAXIMUM = 2000;

/** Gathers the localised texts of a document. */
export class ReadTexts {
  private readonly gathered: ReadText[] = [];

  constructor(private readonly losses: LossList) {}

  get read(): readonly ReadText[] {
    return this.gathered;
  }

  /** Takes a property as a text; when it has none, the words given. */
  take(fields: Fields, key: string, id: Id, field: TextField, otherwise?: string): void {
    const path = [...fields.path, key];
    const byLanguage = this.languagesOf(fields.take(key), path);
    if (byLanguage.size > 0) this.gathered.push({ id, field, byLanguage, path });
    else if (otherwise !== undefined) this.say(id, field, otherwise, path);
  }

  /** Words that the document does not spell out. */
  say(id: Id, field: TextField, words: string, path: Path): void {
    const text = this.fitting(words, path);
    this.gathered.push({ id, field, byLanguage: new Map([[DEFAULT_LANGUAGE, text]]), path });
  }

  private languagesOf(value: unknown, path: Path): ReadonlyMap<string, string> {
    const byLanguage = new Map<string, string>();
    if (value === undefined || value === null || value === '') return byLanguage;
    const entries = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
    const isOne = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (isOne) entries.push([DEFAULT_LANGUAGE, value]);
    if (!isOne && entries.length === 0) this.losses.add(path, 'text', 'This is no text.');
    for (const [key, text] of entries) {
      const language = languageOf(key);
      const below = isOne ? path : [...path, key];
      if (language === undefined)
        this.losses.add(below, key, 'This is no language that is known by its tag.');
      else if (typeof text !== 'string' && typeof text !== 'number' && typeof text !== 'boolean')
        this.losses.add(below, key, 'This is no text.');
      else if (text !== '') byLanguage.set(language, this.fitting(String(text), below));
    }
    return byLanguage;
  }

  private fitting(text: string, path: Path): string {
    if (text.includes('{') && text.includes('}'))
      this.losses.add(path, text, 'Answers are not put into texts: it is shown as it is written.');
    if (text.length <= TEXT_MAXIMUM) return text === '' ? '—' : text;
    this.losses.add(path, text, 'A text has at most 2,000 characters: its end is cut off.', 'Shorten it.');
    return text.slice(0, TEXT_MAXIMUM);
  }
}

/** SurveyJS writes `pt-br`; we write `pt-BR`. Undefined for what is no language. */
export function languageOf(tag: string): string | undefined {
  if (tag === DEFAULT_LANGUAGE) return tag;
  const [, language, region] = /^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?$/.exec(tag) ?? [];
  if (language === undefined) return undefined;
  return language.toLowerCase() + (region === undefined ? '' : `-${region.toUpperCase()}`);
}

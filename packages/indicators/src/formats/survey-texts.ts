import type { Id } from '../definition/identity.js';
import { textKey, type SourceTexts, type TextField, type TranslatedTexts } from '../definition/texts.js';

/** A SurveyJS localised text: by language, with the one for all other languages under `default`. */
export type LocalisedText = Readonly<Record<string, string>>;

/** The language whose texts SurveyJS keeps under `default`, whatever else stands beside them. */
const SURVEY_JS_DEFAULT = 'en';

/** Writes the texts of a version as SurveyJS localised texts, so that its language can be switched while it is shown. */
export class SurveyTexts {
  private readonly source: ReadonlyMap<string, string>;
  private readonly translations: readonly {
    readonly language: string;
    readonly texts: ReadonlyMap<string, string>;
  }[];

  constructor(
    private readonly sourceTexts: SourceTexts,
    translations: readonly TranslatedTexts[],
  ) {
    this.source = new Map(Object.entries(sourceTexts.texts));
    this.translations = translations.map(({ language, texts }) => ({
      language,
      texts: new Map(Object.entries(texts).map(([key, { text }]) => [key, text])),
    }));
  }

  /**
   * A text in all languages it has; a language without it shows the source. Asked for English, SurveyJS shows
   * `default`: so where English is a translation it stands there, and the source text in its own language.
   */
  find(id: Id, field: TextField): LocalisedText | undefined {
    const key = textKey(id, field);
    const source = this.source.get(key);
    if (source === undefined) return undefined;
    const english = this.translations.find(({ language }) => language === SURVEY_JS_DEFAULT);
    const others = this.translations.filter((translation) => translation !== english);
    const written: Record<string, string> = { default: english?.texts.get(key) ?? source };
    if (english) written[this.sourceTexts.language] = source;
    for (const { language, texts } of others) {
      const text = texts.get(key);
      if (text !== undefined) written[language] = text;
      else if (english) written[language] = source;
    }
    return written;
  }

  /** Whether what stands under a language, or under `default`, is the source text. */
  isSource(language: string): boolean {
    const hasEnglish = this.translations.some((translation) => translation.language === SURVEY_JS_DEFAULT);
    return language === (hasEnglish ? this.sourceTexts.language : 'default');
  }

  /** A `title`, or the id when the version has none, which the checks refuse. */
  title(id: Id): LocalisedText {
    return this.find(id, 'title') ?? { default: id };
  }

  /** An optional text as a property of a SurveyJS element; nothing when there is none. */
  property(name: string, id: Id, field: TextField): Readonly<Record<string, LocalisedText>> {
    const text = this.find(id, field);
    return text === undefined ? {} : { [name]: text };
  }
}

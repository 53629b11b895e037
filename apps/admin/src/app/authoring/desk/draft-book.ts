import {
  findPart,
  textsOf,
  type DraftDocument,
  type Language,
  type Question,
  type ShownText,
  type TextField,
} from '@kilim/indicators';
import type { WordBook } from '../../versions/word-book';

/** A draft's words in one language, for sentences about it. What is not translated comes from the source language. */
export class DraftBook implements WordBook {
  constructor(
    private readonly document: DraftDocument,
    readonly language: Language,
  ) {}

  /** What a part is called: its title, else its code, else its id. */
  title(id: string): string {
    return this.find(id, 'title')?.text ?? this.code(id);
  }

  find(id: string, field: TextField): ShownText | undefined {
    const { source, translations } = textsOf(this.document, id);
    const { sourceLanguage } = this.document.questionnaire;
    const translated = translations[this.language]?.[field];
    if (translated !== undefined)
      return { text: translated.text, language: this.language, isFallback: false };
    const text = source[field];
    return text === undefined
      ? undefined
      : { text, language: sourceLanguage, isFallback: this.language !== sourceLanguage };
  }

  question(id: string): { readonly question: Question } | undefined {
    const part = findPart(this.document.questionnaire, id)?.part;
    return part !== undefined && 'kind' in part ? { question: part as unknown as Question } : undefined;
  }

  /** The code of a part; its id where it has none. */
  code(id: string): string {
    const code = findPart(this.document.questionnaire, id)?.part['code'];
    return typeof code === 'string' && code !== '' ? code : id;
  }

  /** Code and title: `EDU.2 Does the city …`. */
  named(id: string): string {
    const title = this.find(id, 'title')?.text;
    return title === undefined ? this.code(id) : `${this.code(id)} ${title}`;
  }
}

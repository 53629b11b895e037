import {
  type CompiledQuestion,
  type CompiledQuestionnaire,
  compileQuestionnaire,
  TextBook,
} from '@kilim/indicators';
import type { ShownText, TextField } from '@kilim/indicators';
import type { QuestionnaireVersion } from '@kilim/contracts';
import type { WordBook } from './word-book';

/** What a version is read with: its structure made ready, and its texts in one language. */
export class VersionBook implements WordBook {
  readonly compiled: CompiledQuestionnaire;
  private readonly texts: TextBook;

  constructor(
    readonly version: QuestionnaireVersion,
    /** The language wanted; what is missing in it comes from the source language and says so. */
    readonly language: string,
  ) {
    this.compiled = compiledOf(version);
    const translation = version.translations.find((each) => each.language === language);
    this.texts =
      language === version.source.language || translation === undefined
        ? new TextBook(version.source)
        : new TextBook(version.source, translation);
  }

  title(id: string): string {
    return this.texts.title(id);
  }

  /** What one instance of a repeated set is called; positions count from 1. */
  instance(set: string, position: number): string {
    return this.texts.instance(set, position);
  }

  find(id: string, field: TextField): ShownText | undefined {
    const shown = this.texts.find(id, field);
    // A language without any translation falls back as a whole: that too is a fallback.
    return shown === undefined || shown.language === this.language ? shown : { ...shown, isFallback: true };
  }

  question(id: string): CompiledQuestion | undefined {
    return this.compiled.byId.get(id);
  }

  /** `EDU.2 Does the city …` */
  named(question: CompiledQuestion): string {
    return `${question.question.code} ${this.title(question.question.id)}`;
  }
}

const compiledVersions = new WeakMap<QuestionnaireVersion, CompiledQuestionnaire>();

/** A version compiled once, however often and in whatever language it is read. */
function compiledOf(version: QuestionnaireVersion): CompiledQuestionnaire {
  const known = compiledVersions.get(version);
  if (known !== undefined) return known;
  const compiled = compileQuestionnaire(version.questionnaire);
  compiledVersions.set(version, compiled);
  return compiled;
}

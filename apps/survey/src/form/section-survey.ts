import { Model, type Question } from 'survey-core';

/** Whoever keeps the answers hears of every letter. */
type OnTyped = (name: string, words: string) => void;

/** The model that SurveyJS keeps of a section, without what surveys do by themselves and a section does not. */
export class SectionSurvey extends Model {
  /** What stands in fields and the model has not been told, by the questions' names. */
  private readonly typed = new Map<string, string>();
  private isSpeaking = false;
  onTyped: OnTyped = () => undefined;

  /** What stands in the field of a question, or is to stand there. */
  wordsIn(question: Question): string {
    return String(this.heldIn(question) ?? '');
  }

  /** What somebody has answered as far as the screen shows it: in the field, else in the model. */
  heldIn(question: Question): unknown {
    return this.typed.get(question.name) ?? (question.value as unknown);
  }

  /** Somebody has typed: these words stand in the field. */
  type(question: Question, words: string): void {
    this.typed.set(question.name, words);
    this.onTyped(question.name, words);
  }

  /** Tells the model what was typed, so that it can be set to something else. */
  settle(question: Question): void {
    const words = this.typed.get(question.name);
    if (words === undefined) return;
    this.typed.delete(question.name);
    question.value = words;
  }

  /** Takes a question away, with what was typed into it. */
  takeAway(question: Question): void {
    this.typed.delete(question.name);
    question.delete();
  }

  speak(language: string): void {
    this.isSpeaking = true;
    this.locale = language;
    this.isSpeaking = false;
  }

  /** No text in it holds an answer: only another language changes what is written, not every answer. */
  override locStrsChanged(): void {
    if (this.isSpeaking) super.locStrsChanged();
  }
}

/** The section's model that a question is part of. */
export function surveyOf(question: Question): SectionSurvey {
  const { survey } = question as { readonly survey: unknown };
  if (survey instanceof SectionSurvey) return survey;
  throw new Error(`${question.name} is in no section.`);
}

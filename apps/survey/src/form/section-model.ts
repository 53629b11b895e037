import {
  fromSurveyValue,
  sectionSurveyJson,
  toSurveyValue,
  type Answers,
  type AnswerValue,
  type CompiledQuestionnaire,
  type Id,
  type Question,
  type SourceTexts,
  type TranslatedTexts,
} from '@kilim/indicators';
import { Model, type Question as SurveyQuestionModel, type SurveyModel } from 'survey-core';
import { decimalMarkOf } from '../language/decimal-mark.js';
import { settleExclusive } from './exclusive.js';

/** The version and its texts, as far as a section is made of them. */
export interface SectionSource {
  readonly compiled: CompiledQuestionnaire;
  readonly source: SourceTexts;
  readonly translations: readonly TranslatedTexts[];
}

/** A person changed the answer to a question; undefined: took it back. */
export type OnAnswer = (question: Question, value: AnswerValue | undefined) => void;

/**
 * One section as a SurveyJS model: a display that obeys. It shows the answers and the visibility it is given and
 * reports what a person changes; it decides, validates, scores and keeps nothing. Made when the section opens,
 * disposed of when it is left.
 */
export class SectionModel {
  readonly survey: SurveyModel;
  /** The questions of the section, in the order of the form. */
  readonly questions: readonly Question[];
  private isTaking = false;
  private decimalMark: '.' | ',' = '.';

  constructor(version: SectionSource, sectionId: Id, onAnswer: OnAnswer) {
    const { compiled, source, translations } = version;
    const section = compiled.questionnaire.sections.find(({ id }) => id === sectionId);
    if (!section) throw new Error(`This version has no section ${sectionId}.`);
    this.questions = section.questions;
    this.survey = new Model(sectionSurveyJson(compiled, sectionId, source, translations));
    this.survey.textUpdateMode = 'onTyping';
    // Titles, help and faults are ours to draw, around what SurveyJS draws.
    this.survey.questionTitleLocation = 'hidden';
    this.survey.onValueChanging.add((_survey, change) => {
      const question = this.question(change.name);
      if (this.isTaking || question?.kind !== 'multiple') return;
      change.value = settleExclusive(question, idsOf(change.oldValue), idsOf(change.value));
    });
    this.survey.onValueChanged.add((_survey, { name, value }) => {
      const question = this.question(name);
      if (!this.isTaking && question) onAnswer(question, fromSurveyValue(question, value));
    });
  }

  /** The SurveyJS side of a question. */
  shown(questionId: Id): SurveyQuestionModel | undefined {
    return this.survey.getQuestionByName(questionId) ?? undefined;
  }

  /** Shows the answers given, without reporting them back. What already says the same is left as it was typed. */
  take(answers: Answers): void {
    this.isTaking = true;
    try {
      for (const question of this.questions) this.takeOne(question, answers[question.id]);
    } finally {
      this.isTaking = false;
    }
  }

  /** Shows exactly the visible ones among the section's questions. */
  show(visible: ReadonlySet<Id>): void {
    for (const { id } of this.questions) {
      const shown = this.shown(id);
      if (shown) shown.visible = visible.has(id);
    }
  }

  /** Whether answers can be changed here. */
  lock(isLocked: boolean): void {
    for (const { id, kind } of this.questions) {
      const shown = this.shown(id);
      // Browsers ignore `readonly` on choices; words stay selectable with it.
      if (shown && kind !== 'text' && kind !== 'number' && kind !== 'share' && kind !== 'date')
        shown.readOnlyCallback = () => isLocked;
    }
    this.survey.readOnly = isLocked;
  }

  /** The language of choices, rows, columns and decimal marks. Numbers that stand there are written anew. */
  speak(language: string): void {
    this.survey.locale = language;
    this.decimalMark = decimalMarkOf(language);
    this.isTaking = true;
    try {
      for (const question of this.questions) this.rewriteNumber(question);
    } finally {
      this.isTaking = false;
    }
  }

  dispose(): void {
    this.survey.dispose();
  }

  private question(id: Id): Question | undefined {
    return this.questions.find((question) => question.id === id);
  }

  private takeOne(question: Question, answer: Answers[Id] | undefined): void {
    const shown = this.shown(question.id);
    if (!shown) return;
    const value = answer?.kind === 'value' ? answer.value : undefined;
    const present = fromSurveyValue(question, shown.value);
    if (JSON.stringify(present) === JSON.stringify(value)) return;
    if (value === undefined) shown.clearValue();
    else shown.value = toSurveyValue(question, value, this.decimalMark);
  }

  private rewriteNumber(question: Question): void {
    const shown = this.shown(question.id);
    if (!shown || (question.kind !== 'number' && question.kind !== 'share')) return;
    const value = fromSurveyValue(question, shown.value);
    // What cannot be read as a number stays as it was typed.
    if (typeof value === 'number') shown.value = toSurveyValue(question, value, this.decimalMark);
  }
}

function idsOf(value: unknown): readonly Id[] {
  return Array.isArray(value) ? value.map(String) : [];
}

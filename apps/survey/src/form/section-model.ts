import {
  addressOf,
  fromSurveyValue,
  instanceSurveyJson,
  listedInstances,
  NO_INSTANCE,
  placeOf,
  sectionSurveyJson,
  toSurveyValue,
  type Address,
  type Answer,
  type Answers,
  type AnswerValue,
  type CompiledQuestionnaire,
  type Id,
  type Question,
  type RepeatedSet,
  type SourceTexts,
  type TranslatedTexts,
} from '@kilim/indicators';
import { Serializer, type IElement, type Question as SurveyQuestionModel } from 'survey-core';
import type { IsLocked } from '../assessment/work.js';
import { decimalMarkOf } from '../language/decimal-mark.js';
import { settleExclusive } from './exclusive.js';
import { SectionSurvey } from './section-survey.js';

/** The version and its texts, as far as a section is made of them. */
export interface SectionSource {
  readonly compiled: CompiledQuestionnaire;
  readonly source: SourceTexts;
  readonly translations: readonly TranslatedTexts[];
}

/** A person changed the answer at an address; undefined: took it back. */
export type OnAnswer = (question: Question, address: Address, value: AnswerValue | undefined) => void;

/**
 * One section as a SurveyJS model: a display that obeys. It shows the answers and the visibility it is given and
 * reports what a person changes; it decides, validates, scores and keeps nothing. Made when the section opens,
 * disposed of when it is left.
 *
 * A control is called by its address. Repeated sets have none of their own: for every instance that an answer lists
 * the controls of its questions come, and go with it. What is given as a file or calculated has none.
 */
export class SectionModel {
  readonly survey: SectionSurvey;
  private readonly sets: readonly RepeatedSet[];
  /** The question of every control, by its address. */
  private readonly questions = new Map<Address, Question>();
  private isTaking = false;
  private isLocked: IsLocked = () => false;
  private decimalMark: '.' | ',' = '.';

  constructor(
    private readonly version: SectionSource,
    sectionId: Id,
    onAnswer: OnAnswer,
  ) {
    const { compiled, source, translations } = version;
    const section = compiled.questionnaire.sections.find(({ id }) => id === sectionId);
    if (!section) throw new Error(`This version has no section ${sectionId}.`);
    this.sets = section.questions.filter((question) => question.kind === 'set');
    for (const question of section.questions)
      if (question.kind !== 'set') this.questions.set(question.id, question);
    this.survey = new SectionSurvey(sectionSurveyJson(compiled, sectionId, source, translations));
    this.survey.onValueChanging.add((_survey, change) => {
      const question = this.questions.get(change.name);
      if (this.isTaking || question?.kind !== 'multiple') return;
      change.value = settleExclusive(question, idsOf(change.oldValue), idsOf(change.value));
    });
    this.survey.onValueChanged.add((_survey, { name, value }) => {
      const question = this.questions.get(name);
      if (!this.isTaking && question) onAnswer(question, name, fromSurveyValue(question, value));
    });
    this.survey.onTyped = (address, words) => {
      const question = this.questions.get(address);
      if (question) onAnswer(question, address, fromSurveyValue(question, words));
    };
  }

  /** The SurveyJS side of a question in one place; undefined: it has no control. */
  shown(address: Address): SurveyQuestionModel | undefined {
    return this.survey.getQuestionByName(address) ?? undefined;
  }

  /** Shows the answers given, without reporting them back. What already says the same is left as it was typed. */
  take(answers: Answers): void {
    this.isTaking = true;
    try {
      for (const set of this.sets) this.list(set, listedInstances(set, answers[set.id]));
      for (const [address, question] of this.questions) this.takeOne(question, address, answers[address]);
    } finally {
      this.isTaking = false;
    }
  }

  /** Shows exactly the visible ones among the section's questions. */
  show(visible: ReadonlySet<Address>): void {
    for (const address of this.questions.keys()) {
      const shown = this.shown(address);
      if (shown) shown.visible = visible.has(address);
    }
  }

  /** Which answers can only be read. */
  lock(isLocked: IsLocked): void {
    this.isLocked = isLocked;
    for (const [address, question] of this.questions) this.lockOne(question, address);
  }

  /** The language of choices, rows, columns and decimal marks. Numbers that stand there are written anew. */
  speak(language: string): void {
    this.survey.speak(language);
    this.decimalMark = decimalMarkOf(language);
    this.isTaking = true;
    try {
      for (const [address, question] of this.questions) this.rewriteNumber(question, address);
    } finally {
      this.isTaking = false;
    }
  }

  dispose(): void {
    this.survey.dispose();
  }

  /** Brings the controls of the instances listed, and takes away those of the others. */
  private list(set: RepeatedSet, instances: readonly string[]): void {
    const { source, translations } = this.version;
    const [page] = this.survey.pages;
    const wanted = new Set(instances);
    for (const address of this.questions.keys()) {
      const { question, instance } = placeOf(address);
      const isOfSet = instance !== NO_INSTANCE && set.questions.some(({ id }) => id === question);
      if (!isOfSet || wanted.has(instance)) continue;
      const shown = this.shown(address);
      if (shown) this.survey.takeAway(shown);
      this.questions.delete(address);
    }
    for (const instance of instances) {
      if (this.questions.has(addressOf(set.questions[0]?.id ?? '', instance))) continue;
      for (const element of instanceSurveyJson(set, instance, source, translations))
        page?.addElement(elementOf(element));
      for (const question of set.questions) {
        const address = addressOf(question.id, instance);
        this.questions.set(address, question);
        this.lockOne(question, address);
      }
    }
  }

  private lockOne({ id, kind }: Question, address: Address): void {
    const shown = this.shown(address);
    if (!shown) return;
    const isReadOnly = this.isLocked(id);
    // Browsers ignore `readonly` on choices; words stay selectable with it.
    if (!isTypedKind(kind)) shown.readOnlyCallback = () => isReadOnly;
    shown.readOnly = isReadOnly;
  }

  private takeOne(question: Question, address: Address, answer: Answer | undefined): void {
    const shown = this.shown(address);
    if (!shown) return;
    const value = answer?.kind === 'value' ? answer.value : undefined;
    const present = fromSurveyValue(question, this.survey.heldIn(shown));
    if (JSON.stringify(present) === JSON.stringify(value)) return;
    this.survey.settle(shown);
    if (value === undefined) shown.clearValue();
    else shown.value = toSurveyValue(question, value, this.decimalMark);
  }

  private rewriteNumber(question: Question, address: Address): void {
    const shown = this.shown(address);
    if (!shown || (question.kind !== 'number' && question.kind !== 'share')) return;
    this.survey.settle(shown);
    const value = fromSurveyValue(question, shown.value);
    // What cannot be read as a number stays as it was typed.
    if (typeof value === 'number') shown.value = toSurveyValue(question, value, this.decimalMark);
  }
}

/** Answers that are typed, letter by letter or part by part; all others are chosen at once. */
export function isTypedKind(kind: Question['kind']): boolean {
  return kind === 'text' || kind === 'number' || kind === 'share' || kind === 'date';
}

function elementOf(json: Readonly<Record<string, unknown>>): IElement {
  const element = Serializer.createClass(String(json['type']), json) as SurveyQuestionModel;
  element.fromJSON(json);
  return element;
}

function idsOf(value: unknown): readonly Id[] {
  return Array.isArray(value) ? value.map(String) : [];
}

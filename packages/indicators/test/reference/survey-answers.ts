import type { Model, QuestionPanelDynamicModel } from 'survey-core';
import type { Answers, AnswerValue, Questionnaire } from '../../src/index.js';
import { dataOf, lookAtPanels, surveyModel } from '../survey-model.js';
import { ReferenceAnswers, type Spot, type Status } from './reference-answers.js';

/**
 * The reference, with SurveyJS in place of its rules for what is asked, what is answered and what comes out of a
 * formula. Only what SurveyJS has no word for is still the reference's: that something does not apply.
 */
export class SurveyAnswers extends ReferenceAnswers {
  private readonly model: Model;

  /** @param answers every value is valid: what is not, SurveyJS takes for an answer all the same */
  constructor(questionnaire: Questionnaire, answers: Answers) {
    super(questionnaire, answers);
    this.model = surveyModel(questionnaire);
    this.model.data = dataOf(questionnaire, answers);
    lookAtPanels(this.model, questionnaire);
  }

  override isAsked(spot: Spot): boolean {
    if (spot.set && !this.isAsked({ question: spot.set, instance: '' })) return false;
    return this.shown(spot).isVisible;
  }

  override status(spot: Spot): Status {
    return this.isAnswered(spot) ? 'answered' : super.status(spot);
  }

  override value(spot: Spot): AnswerValue | undefined {
    if (!this.isAsked(spot) || !this.isAnswered(spot)) return undefined;
    // A file is an object to SurveyJS, a set a list of its panels.
    const { kind } = spot.question;
    return kind === 'file' || kind === 'set' ? super.value(spot) : (this.shown(spot).value as AnswerValue);
  }

  private isAnswered(spot: Spot): boolean {
    const shown = this.shown(spot);
    // A set whose panels are all blank lists its instances all the same.
    if (spot.question.kind === 'set') return (shown as QuestionPanelDynamicModel).panelCount > 0;
    return !shown.isEmpty();
  }

  dispose(): void {
    this.model.dispose();
  }

  /** The question in the document, or in the panel of its instance. */
  private shown({ question, set, instance }: Spot) {
    if (set === undefined || instance === '') return this.model.getQuestionByName(question.id);
    const { panels } = this.model.getQuestionByName(set.id) as QuestionPanelDynamicModel;
    const panel = panels[this.instances(set).indexOf(instance)];
    const shown = panel?.getQuestionByName(question.id);
    if (!shown) throw new Error(`SurveyJS has no panel for ${this.addressOf({ question, instance })}.`);
    return shown;
  }
}

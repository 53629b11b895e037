import type { Id } from '../definition/identity.js';
import { rankedCount } from '../definition/points.js';
import type { Question } from '../definition/question.js';
import type { SurveyTexts } from './survey-texts.js';

/** One element of a SurveyJS document. */
export type SurveyElement = Readonly<Record<string, unknown>>;

/** The words of a yes/no question; the version has none of its own for them. */
const YES_NO: Readonly<Record<'yes' | 'no', Readonly<Record<string, string>>>> = {
  yes: {
    default: 'Yes',
    cs: 'Ano',
    de: 'Ja',
    es: 'Sí',
    fr: 'Oui',
    it: 'Sì',
    lv: 'Jā',
    pl: 'Tak',
    pt: 'Sim',
    ro: 'Da',
    sv: 'Ja',
    uk: 'Так',
  },
  no: {
    default: 'No',
    cs: 'Ne',
    de: 'Nein',
    es: 'No',
    fr: 'Non',
    it: 'No',
    lv: 'Nē',
    pl: 'Nie',
    pt: 'Não',
    ro: 'Nu',
    sv: 'Nej',
    uk: 'Ні',
  },
};

/**
 * A question as a SurveyJS element whose values are ours: ids, booleans, words. Nothing in it decides anything: no
 * conditions, validators or calculated values.
 *
 * | kind | element | why |
 * |---|---|---|
 * | yesNo | radiogroup of `true` and `false` | a switch looks answered before it is |
 * | multiple | checkbox | exclusive options are left to validation |
 * | number, share | text of type `text` | a number field throws away what it cannot read; see `fromSurveyValue` |
 * | text | comment | |
 * | ranking | ranking that options are put into one by one | a list that stands in some order looks answered before it is |
 * | file | file | |
 * | set | paneldynamic, whose questions the caller adds | |
 * | computed | expression, whose expression the caller adds | |
 *
 * @param name what it is called in the document; its id unless given
 */
export function surveyElement(
  question: Question,
  texts: SurveyTexts,
  name: string = question.id,
): SurveyElement {
  return {
    name,
    title: texts.title(question.id),
    ...texts.property('description', question.id, 'help'),
    ...answerPart(question, texts),
  };
}

function answerPart(question: Question, texts: SurveyTexts): SurveyElement {
  switch (question.kind) {
    case 'yesNo':
      return {
        type: 'radiogroup',
        choices: [
          { value: true, text: YES_NO.yes },
          { value: false, text: YES_NO.no },
        ],
      };
    case 'single':
      return { type: 'radiogroup', choices: choices(question.options, texts) };
    case 'multiple':
      return { type: 'checkbox', choices: choices(question.options, texts) };
    case 'number':
    case 'share':
      return { type: 'text', inputType: 'text' };
    case 'matrix':
      return {
        type: 'matrix',
        columns: choices(question.columns, texts),
        rows: choices(question.rows, texts),
      };
    case 'ranking':
      return {
        type: 'ranking',
        choices: choices(question.options, texts),
        selectToRankEnabled: true,
        minSelectedChoices: rankedCount(question),
        maxSelectedChoices: rankedCount(question),
      };
    case 'file':
      return { type: 'file', allowMultiple: true };
    case 'computed':
      return { type: 'expression' };
    case 'set':
      return { type: 'paneldynamic', maxPanelCount: question.maximum };
    case 'date':
      return { type: 'text', inputType: 'date' };
    case 'text':
      return { type: 'comment' };
  }
}

function choices(listed: readonly { readonly id: Id }[], texts: SurveyTexts): readonly SurveyElement[] {
  return listed.map(({ id }) => ({ value: id, text: texts.title(id) }));
}

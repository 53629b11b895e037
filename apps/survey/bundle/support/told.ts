import type {
  ItemValue,
  Question,
  QuestionCommentModel,
  QuestionMatrixModel,
  QuestionRankingModel,
  QuestionSelectBase,
  QuestionTextModel,
} from 'survey-core';
import type * as Form from '../../src/form/section-model.js';
import { EVERY_KIND } from './every-kind.js';
import type { Happening } from './happenings.js';

/** All that the form sees and hears of a section's model to which this happens, from when it is made until it is left. */
export function told({ SectionModel }: typeof Form, happenings: readonly Happening[]): unknown {
  const reported: unknown[] = [];
  const model = new SectionModel(EVERY_KIND, 's-1', (_question, address, value) => {
    reported.push([address, value]);
  });
  const seen = [seenOf(model)];
  for (const happening of happenings) {
    happening(model);
    seen.push(seenOf(model));
  }
  model.dispose();
  return { reported, seen };
}

/** Everything that controls read, and what the model looks like as a document. */
function seenOf({ survey }: Form.SectionModel): unknown {
  const questions = survey.getAllQuestions().map((question) => ({
    type: question.getType(),
    name: question.name,
    title: question.title,
    value: question.value as unknown,
    isVisible: question.isVisible,
    isLocked: [question.isReadOnly, question.isInputReadOnly],
    control: controlOf(question),
  }));
  // As it is now: the model goes on changing its own objects.
  return JSON.parse(JSON.stringify({ document: survey.toJSON(), data: survey.data as unknown, questions }));
}

function controlOf(question: Question): unknown {
  switch (question.getType()) {
    case 'matrix':
      return gridOf(question as QuestionMatrixModel);
    case 'text':
      return (question as QuestionTextModel).inputType;
    case 'comment':
      return (question as QuestionCommentModel).rows;
    case 'ranking':
      return [
        choicesOf(question as QuestionSelectBase),
        (question as QuestionRankingModel).maxSelectedChoices,
      ];
    default:
      return choicesOf(question as QuestionSelectBase);
  }
}

function choicesOf(question: QuestionSelectBase): unknown {
  return question.visibleChoices.map((choice) => ({
    ...written(choice),
    isEnabled: choice.isEnabled,
    isChosen: question.isItemSelected(choice),
  }));
}

function gridOf({ visibleColumns, visibleRows }: QuestionMatrixModel): unknown {
  return {
    columns: visibleColumns.map(written),
    rows: visibleRows.map((row) => ({
      text: row.text,
      isReadOnly: row.isReadOnly,
      isChecked: visibleColumns.map((column) => row.isChecked(column)),
    })),
  };
}

function written({ value, text }: ItemValue): { readonly value: unknown; readonly text: string } {
  return { value: value as unknown, text };
}

import { ANSWER_TEXT_MAXIMUM } from '@kilim/indicators';
import { useLayoutEffect, useRef, type ChangeEvent, type ReactElement } from 'react';
import type { Question, QuestionCommentModel, QuestionTextModel } from 'survey-core';
import { describedBy, type ControlAbout } from './control-about.js';
import { surveyOf } from './section-survey.js';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * A field for words, figures or a date. SurveyJS's own takes every letter through all that could hang on it in a survey,
 * and draws the question anew. In a section nothing hangs on it: letters go straight to those who keep the answers.
 */
export function WordsField({
  question,
  about,
}: Readonly<{ question: Question; about: ControlAbout }>): ReactElement {
  const field = useRef<Field>(null);
  const survey = surveyOf(question);
  const words = survey.wordsIn(question);
  useLayoutEffect(() => {
    // Words that stand there already are left alone: written anew, they would move the caret.
    if (field.current && field.current.value !== words) field.current.value = words;
  });
  const attributes = {
    ref: (element: Field | null) => {
      field.current = element;
    },
    id: question.inputId,
    className: 'in in--l',
    readOnly: question.isReadOnly,
    maxLength: ANSWER_TEXT_MAXIMUM,
    defaultValue: words,
    'aria-label': question.title,
    'aria-invalid': about.isInvalid,
    inputMode: about.inputMode,
    ...describedBy(about),
    onChange: ({ target }: ChangeEvent<Field>) => {
      survey.type(question, target.value);
    },
  };
  if (isLong(question)) return <textarea {...attributes} rows={question.rows} />;
  return <input {...attributes} type={(question as QuestionTextModel).inputType} />;
}

function isLong(question: Question): question is QuestionCommentModel {
  return question.getType() === 'comment';
}

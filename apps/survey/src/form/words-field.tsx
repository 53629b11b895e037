import { ANSWER_TEXT_MAXIMUM } from '@kilim/indicators';
import { useLayoutEffect, useReducer, useRef, type ChangeEvent, type ReactElement } from 'react';
import type { Question, QuestionCommentModel, QuestionTextModel } from 'survey-core';
import { fieldAbout, type ControlAbout } from './control-about.js';
import { isNearlyFull, LettersLeft } from './letters-left.js';
import { surveyOf } from './section-survey.js';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * A field for words or figures. SurveyJS's own takes every letter through all that could hang on it in a survey,
 * and draws the question anew. In a section nothing hangs on it: letters go straight to those who keep the answers.
 */
export function WordsField({
  question,
  about,
}: Readonly<{ question: Question; about: ControlAbout }>): ReactElement {
  const field = useRef<Field>(null);
  const survey = surveyOf(question);
  const words = survey.wordsIn(question);
  const [, drawAnew] = useReducer((turn: number) => turn + 1, 0);
  const { mostLetters } = about;
  useLayoutEffect(() => {
    // Words that stand there already are left alone: written anew, they would move the caret. They are not given as a
    // default: the browser would show another by itself, unknown to React, which then took no notice of its being emptied.
    if (field.current && field.current.value !== words) field.current.value = words;
  });
  const attributes = {
    ref: (element: Field | null) => {
      field.current = element;
    },
    ...fieldAbout(question, about),
    maxLength: ANSWER_TEXT_MAXIMUM,
    onChange: ({ target }: ChangeEvent<Field>) => {
      survey.type(question, target.value);
      // Nobody counts the letters before there are few left.
      if (mostLetters !== undefined && [words, target.value].some((each) => isNearlyFull(each, mostLetters)))
        drawAnew();
    },
  };
  return (
    <>
      {isLong(question) ? (
        <textarea {...attributes} rows={question.rows} />
      ) : (
        <input {...attributes} type={(question as QuestionTextModel).inputType} />
      )}
      {mostLetters !== undefined && !question.isReadOnly && <LettersLeft words={words} most={mostLetters} />}
    </>
  );
}

function isLong(question: Question): question is QuestionCommentModel {
  return question.getType() === 'comment';
}

import { useLayoutEffect, useReducer } from 'react';
import type { Question } from 'survey-core';
import { surveyOf } from './section-survey.js';

/** Draws anew whenever a question has another answer in its model, is locked or unlocked, or speaks another language. */
export function useModelOf(question: Question): void {
  const [, drawAnew] = useReducer((turn: number) => turn + 1, 0);
  // Before whatever the section tells its model once it has been drawn.
  useLayoutEffect(() => {
    const survey = surveyOf(question);
    const onValue = (_survey: unknown, { name }: { readonly name: string }): void => {
      if (name === question.name) drawAnew();
    };
    const onProperty = (_question: unknown, { name }: { readonly name: string }): void => {
      if (name === 'readOnly') drawAnew();
    };
    survey.onValueChanged.add(onValue);
    survey.onLocaleChangedEvent.add(drawAnew);
    question.onPropertyChanged.add(onProperty);
    return () => {
      survey.onValueChanged.remove(onValue);
      survey.onLocaleChangedEvent.remove(drawAnew);
      question.onPropertyChanged.remove(onProperty);
    };
  }, [question]);
}

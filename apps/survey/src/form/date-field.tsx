import { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from 'survey-core';
import { describedBy, fieldAbout, type ControlAbout } from './control-about.js';
import { surveyOf } from './section-survey.js';

/** Browsers have a date as soon as its year has one figure: the year 2 on the way to 2024. */
const WHOLE_DATE = /^[1-9]\d{3}-\d\d-\d\d$/;

function nothing(): void {
  return undefined;
}

/** What stands in the field and is no answer yet. */
interface HalfTyped {
  /** Empty where the browser has no date of it. */
  readonly typed: string;
  /** The answer that stands so far: once another comes, that is shown. */
  readonly upon: string;
}

/**
 * A field for a date. A date is taken once its year is whole; one that is not stays as it was typed, and is taken as the
 * field is left, if it is one by then.
 */
export function DateField({
  question,
  about,
}: Readonly<{ question: Question; about: ControlAbout }>): ReactElement {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const halfTyped = useRef<HalfTyped>(undefined);
  /** Upon which answer the field was left half typed. */
  const [leftUpon, setLeftUpon] = useState<string>();
  const { isBegun = false, begin = nothing, forget = nothing } = about.begun ?? {};
  /** Whether one comes back to where a part of a date stood, which no browser gives again. */
  const [isGone, setIsGone] = useState(isBegun);
  const survey = surveyOf(question);
  const words = survey.wordsIn(question);

  useLayoutEffect(() => {
    // What can't be answered any more was begun in vain.
    if (question.isReadOnly && isBegun) forget();
    const isKept = !question.isReadOnly && halfTyped.current?.upon === words;
    if (isKept || !field.current) return;
    // Of what is half typed the field has no value that could differ.
    if (halfTyped.current || field.current.value !== words) field.current.value = words;
    if (halfTyped.current) forget();
    halfTyped.current = undefined;
  });
  useLayoutEffect(
    () => () => {
      // Gone elsewhere without leaving the field: by a key, or because the question is not asked any more.
      const { typed = '', upon } = halfTyped.current ?? {};
      if (typed === '' || upon !== survey.wordsIn(question)) return;
      forget();
      survey.type(question, typed);
    },
    [survey, question, forget],
  );

  const settle = (): void => {
    halfTyped.current = undefined;
    setLeftUpon(undefined);
    setIsGone(false);
    forget();
  };
  const take = (typed: string): void => {
    settle();
    survey.type(question, typed);
  };
  const wait = (typed: string): void => {
    halfTyped.current = { typed, upon: survey.wordsIn(question) };
    begin();
  };
  const noteId = `${question.inputId}-note`;
  const note = question.isReadOnly
    ? ''
    : leftUpon === words
      ? t('date.incomplete')
      : isGone
        ? t('date.gone')
        : isShortOfYear(words)
          ? t('date.year')
          : '';
  return (
    <>
      <input
        {...fieldAbout(question, about)}
        {...describedBy({ ...about, describedBy: [...about.describedBy, ...(note === '' ? [] : [noteId])] })}
        ref={field}
        type="date"
        // Four figures are a year: the fifth is not waited for.
        max="9999-12-31"
        onChange={({ target }) => {
          if (isWhole(target)) take(target.value);
          else wait(target.value);
        }}
        onKeyUp={({ currentTarget: { validity, value } }) => {
          // Browsers tell of no change while there is no date of it.
          if (validity.badInput && !halfTyped.current) wait(value);
          else if (!validity.badInput && halfTyped.current && value === survey.wordsIn(question)) settle();
        }}
        onBlur={({ target }) => {
          // Another window has been taken up: one comes back to it.
          if (document.activeElement === target) return;
          if (target.validity.badInput) setLeftUpon(survey.wordsIn(question));
          else if (halfTyped.current) take(target.value);
          else settle();
        }}
      />
      <p className={note === '' ? 'sr' : 'hint'} id={noteId} role="status">
        {note}
      </p>
    </>
  );
}

/** Nothing at all, too, is what somebody meant. */
function isWhole({ value, validity }: HTMLInputElement): boolean {
  return value === '' ? !validity.badInput : WHOLE_DATE.test(value);
}

function isShortOfYear(date: string): boolean {
  return date.startsWith('0');
}

import type { ReactElement } from 'react';
import { QuestionCheckboxModel, type QuestionSelectBase } from 'survey-core';
import { describedBy, type ControlAbout } from './control-about.js';

/** One choice or several, each with the browser's own control and its whole line to press. */
export function ChoiceList({
  question,
  about,
}: Readonly<{ question: QuestionSelectBase; about: ControlAbout }>): ReactElement {
  const isSeveral = question instanceof QuestionCheckboxModel;
  return (
    <fieldset
      className="choices"
      role={isSeveral ? 'group' : 'radiogroup'}
      aria-label={question.title}
      {...describedBy(about)}
    >
      {question.visibleChoices.map((choice) => (
        <label className="choice" key={String(choice.value)}>
          <input
            type={isSeveral ? 'checkbox' : 'radio'}
            name={question.inputId}
            value={String(choice.value)}
            checked={question.isItemSelected(choice)}
            disabled={question.isReadOnly || !choice.isEnabled}
            onChange={({ target }) => {
              question.value = isSeveral
                ? withOrWithout(question.value, choice.value, target.checked)
                : choice.value;
            }}
          />
          <span>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What is chosen now, in the order in which it was; undefined: nothing any more. */
function withOrWithout(held: unknown, choice: unknown, isChosen: boolean): readonly unknown[] | undefined {
  const others = Array.isArray(held) ? held.filter((each) => each !== choice) : [];
  const now: readonly unknown[] = isChosen ? [...others, choice] : others;
  return now.length > 0 ? now : undefined;
}

import { useLayoutEffect, useRef, type ComponentType, type ReactElement } from 'react';
import type { Question, QuestionMatrixModel } from 'survey-core';
import { ReactQuestionFactory, SurveyQuestion } from 'survey-react-ui';
import { RankedList } from './ranked-list.js';
import { useSurveyLocale } from './survey-locale.js';
import { WordsField } from './words-field.js';

/** What stands around a control and belongs to it, for screen readers and keyboards on glass. */
export interface ControlAbout {
  /** Ids of the help and the faults, in reading order. */
  readonly describedBy: readonly string[];
  readonly isInvalid: boolean;
  /** Which keys a phone offers. */
  readonly inputMode?: 'decimal' | 'text';
}

/**
 * The control of one question as SurveyJS draws it: choices, field or grid, without title, help and faults, which are
 * ours. It follows its model by itself.
 */
export function SurveyControl({
  question,
  about,
}: Readonly<{ question: Question; about: ControlAbout }>): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  // After every render: SurveyJS may have made the field anew.
  useLayoutEffect(() => {
    const field = place.current?.querySelector('.in, fieldset');
    if (!field) return;
    if (about.describedBy.length > 0) field.setAttribute('aria-describedby', about.describedBy.join(' '));
    else field.removeAttribute('aria-describedby');
    if (field.matches('.in')) field.setAttribute('aria-invalid', String(about.isInvalid));
    if (about.inputMode) field.setAttribute('inputmode', about.inputMode);
  });
  return (
    <div ref={place}>
      <SurveyQuestion element={question} creator={CREATOR} />
    </div>
  );
}

/** What SurveyJS asks the one around its questions. */
const CREATOR = {
  createQuestionElement: (question: Question): ReactElement | null =>
    ReactQuestionFactory.Instance.createQuestion(question.getTemplate(), {
      question,
      isDisplayMode: question.isInputReadOnly,
      creator: CREATOR,
    }),
  // Faults come from the engine and are drawn around the control: SurveyJS has none to show.
  renderError: () => null,
  questionTitleLocation: () => 'hidden',
  questionErrorLocation: () => 'bottom',
};

/**
 * A grid of one choice per row, in place of SurveyJS's own: a real table with heads for rows and columns, and every
 * choice named by both, which becomes a list of choices per row on a phone.
 */
function ChoiceGrid({ question }: Readonly<{ question: QuestionMatrixModel }>): ReactElement {
  useSurveyLocale(question);
  const { visibleRows, visibleColumns } = question;
  return (
    <fieldset>
      <legend className="sr">{question.title}</legend>
      <table className="grid-q">
        <thead>
          <tr>
            <td />
            {visibleColumns.map((column) => (
              <th key={String(column.value)} scope="col">
                {column.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visibleRows.map((row) => (
            <tr key={row.fullName}>
              <th scope="row">{row.text}</th>
              {visibleColumns.map((column) => (
                <td key={String(column.value)}>
                  <label>
                    <input
                      type="radio"
                      name={row.fullName}
                      value={String(column.value)}
                      aria-label={`${row.text}: ${column.text}`}
                      checked={row.isChecked(column)}
                      disabled={row.isReadOnly}
                      onChange={() => {
                        row.cellClick(column);
                      }}
                    />
                    <span>{column.text}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

type Draw = Parameters<typeof ReactQuestionFactory.Instance.registerQuestion>[1];

/** Puts a control of ours in place of SurveyJS's own. Its typings take what it hands a renderer for a name; it is the props. */
function drawOurselves<Q extends Question>(
  type: string,
  Control: ComponentType<Readonly<{ question: Q }>>,
): void {
  const draw: unknown = ({ question }: Readonly<{ question: Q }>) => <Control question={question} />;
  ReactQuestionFactory.Instance.registerQuestion(type, draw as Draw);
}
drawOurselves('matrix', ChoiceGrid);
drawOurselves('ranking', RankedList);
drawOurselves('text', WordsField);
drawOurselves('comment', WordsField);

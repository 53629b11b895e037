import type { ReactElement } from 'react';
import type { QuestionMatrixModel } from 'survey-core';
import { describedBy, type ControlAbout } from './control-about.js';

/**
 * A grid of one choice per row: a real table with heads for rows and columns, and every choice named by both, which
 * becomes a list of choices per row on a phone.
 */
export function ChoiceGrid({
  question,
  about,
}: Readonly<{ question: QuestionMatrixModel; about: ControlAbout }>): ReactElement {
  const { visibleRows, visibleColumns } = question;
  return (
    <fieldset {...describedBy(about)}>
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

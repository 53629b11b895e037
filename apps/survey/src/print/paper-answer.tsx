import type { Answer, AnswerValue, Question, QuestionOf } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswerWords } from '../assessment/answer-words.js';
import { useWork } from '../assessment/work.js';
import { useConditionWords } from './use-condition-words.js';

/** What is on paper in place of a control: boxes to tick and lines to write on, with the answer in them where there is one. */
export function PaperAnswer({
  question,
  answer,
}: Readonly<{ question: Question; answer: Answer | undefined }>): ReactElement | null {
  const { t } = useTranslation();
  const value = answer?.kind === 'value' ? answer.value : undefined;
  switch (question.kind) {
    case 'yesNo':
      return (
        <ul className="paper__choices paper__choices--row">
          {[true, false].map((each) => (
            <Choice key={String(each)} look="round" isChosen={value === each}>
              {t(each ? 'answer.yes' : 'answer.no')}
            </Choice>
          ))}
        </ul>
      );
    case 'single':
    case 'multiple':
      return <Options question={question} value={value} />;
    case 'ranking':
      return <Places question={question} value={value} />;
    case 'matrix':
      return <Grid question={question} value={value} />;
    case 'computed':
      return <Calculated question={question} answer={answer} />;
    case 'set':
    case 'file':
      return null;
    case 'number':
    case 'share':
    case 'date':
    case 'text':
      return <Written question={question} answer={answer} />;
  }
}

function Options({
  question,
  value,
}: Readonly<{
  question: QuestionOf<'single'> | QuestionOf<'multiple'>;
  value: AnswerValue | undefined;
}>): ReactElement {
  const { texts } = useWork();
  const chosen = Array.isArray(value) ? value : [value];
  return (
    <ul className="paper__choices">
      {question.options.map(({ id }) => (
        <Choice
          key={id}
          look={question.kind === 'single' ? 'round' : 'square'}
          isChosen={chosen.includes(id)}
        >
          {texts.title(id)}
        </Choice>
      ))}
    </ul>
  );
}

/** A box to tick, or ticked, with what it stands for. */
export function Choice({
  look,
  isChosen,
  children,
}: Readonly<{ look: 'round' | 'square'; isChosen: boolean; children: string }>): ReactElement {
  const { t } = useTranslation();
  return (
    <li className={isChosen ? 'is-chosen' : undefined}>
      <span className={`paper__box paper__box--${look}`} aria-hidden="true">
        {isChosen && '×'}
      </span>
      {children}
      {isChosen && <span className="sr"> ({t('print.chosen')})</span>}
    </li>
  );
}

function Places({
  question,
  value,
}: Readonly<{ question: QuestionOf<'ranking'>; value: AnswerValue | undefined }>): ReactElement {
  const { t } = useTranslation();
  const { texts } = useWork();
  const ranked = Array.isArray(value) ? value : [];
  return (
    <>
      <p className="faint">{t('print.rank', { count: question.ranked ?? question.options.length })}</p>
      <ul className="paper__choices">
        {question.options.map(({ id }) => {
          const place = ranked.indexOf(id) + 1;
          return (
            <li key={id} className={place > 0 ? 'is-chosen' : undefined}>
              <span className="paper__box paper__box--square">{place > 0 && String(place)}</span>
              {texts.title(id)}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Grid({
  question,
  value,
}: Readonly<{ question: QuestionOf<'matrix'>; value: AnswerValue | undefined }>): ReactElement {
  const { t } = useTranslation();
  const { texts } = useWork();
  const given = (typeof value === 'object' && !Array.isArray(value) ? value : {}) as Readonly<
    Record<string, string>
  >;
  return (
    <table className="paper__grid">
      <thead>
        <tr>
          <td />
          {question.columns.map(({ id }) => (
            <th key={id} scope="col">
              {texts.title(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {question.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{texts.title(row.id)}</th>
            {question.columns.map(({ id }) => (
              <td key={id}>
                <span className="paper__box paper__box--round" aria-hidden="true">
                  {given[row.id] === id && '×'}
                </span>
                <span className="sr">{given[row.id] === id && t('print.chosen')}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Written({
  question,
  answer,
}: Readonly<{ question: Question; answer: Answer | undefined }>): ReactElement {
  const { texts } = useWork();
  const answerWords = useAnswerWords();
  if (answer?.kind === 'value') return <p className="paper__told">{answerWords(question, answer)}</p>;
  const unit = question.kind === 'share' ? '%' : texts.find(question.id, 'unit')?.text;
  if (question.kind === 'text' && question.maxLength > 200)
    return (
      <p className="paper__lines">
        {[1, 2, 3, 4].map((line) => (
          <span key={line} />
        ))}
      </p>
    );
  return (
    <p className="paper__line">
      <span /> {unit}
    </p>
  );
}

function Calculated({
  question,
  answer,
}: Readonly<{ question: QuestionOf<'computed'>; answer: Answer | undefined }>): ReactElement {
  const { t } = useTranslation();
  const answerWords = useAnswerWords();
  const { ofFormula } = useConditionWords();
  return (
    <>
      {answer?.kind === 'value' && <p className="paper__told">{answerWords(question, answer)}</p>}
      <p className="faint">{t('print.calculated', { formula: ofFormula(question.formula) })}</p>
    </>
  );
}

import type { Question } from '@kilim/indicators';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWork } from '../assessment/work.js';
import { QuestionLink } from './question-link.js';

/** Says of a question that is not always asked which answers brought it. */
export function AskedBecause({ question }: Readonly<{ question: Question }>): ReactElement | null {
  const { t } = useTranslation();
  const { version } = useWork();
  const { byId } = version.compiled;
  const looked = (byId.get(question.id)?.looksAt ?? []).flatMap((id) => byId.get(id)?.question ?? []);
  if (looked.length === 0) return null;
  return (
    <p className="q__help">
      {t('question.askedBecause', { count: looked.length })}{' '}
      {looked.map((other, place) => (
        <Fragment key={other.id}>
          {place > 0 && ', '}
          <QuestionLink question={other}>{other.code}</QuestionLink>
        </Fragment>
      ))}
    </p>
  );
}

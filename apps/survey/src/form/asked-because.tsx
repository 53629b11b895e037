import { lookedAt } from '@kilim/indicators';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorOf, type Asked } from '../assessment/asked.js';
import { useWork } from '../assessment/work.js';
import { QuestionLink } from './question-link.js';

/** Says of a question that is not always asked which answers brought it. */
export function AskedBecause({ asked }: Readonly<{ asked: Asked }>): ReactElement | null {
  const { t } = useTranslation();
  const { version } = useWork();
  const { byId } = version.compiled;
  const own = byId.get(asked.question.id);
  const looked = lookedAt(own?.askedIf).flatMap((id) => byId.get(id) ?? []);
  if (looked.length === 0) return null;
  return (
    <p className="q__help">
      {t('question.askedBecause', { count: looked.length })}{' '}
      {looked.map(({ question, set }, place) => (
        <Fragment key={question.id}>
          {place > 0 && ', '}
          <QuestionLink
            question={question}
            anchor={anchorOf(question, set && set.id === own?.set?.id ? asked.position : undefined)}
          >
            {question.code}
          </QuestionLink>
        </Fragment>
      ))}
    </p>
  );
}

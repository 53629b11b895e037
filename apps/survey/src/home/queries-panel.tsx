import { addressOf } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { findAsked } from '../assessment/asked.js';
import { useCalledBy } from '../assessment/place-name.js';
import { queriesOf, useWork } from '../assessment/work.js';
import { QuestionLink } from '../form/question-link.js';
import { useMoments } from '../language/moments.js';

/** What an expert wants to know, each with the way to its answer. */
export function QueriesPanel(): ReactElement | null {
  const { t } = useTranslation();
  const work = useWork();
  const { issued } = useMoments();
  const calledBy = useCalledBy();
  const { version, reading } = work;
  const queries = queriesOf(work).flatMap((query) => {
    const address = addressOf(query.questionId, query.instanceId);
    const asked = findAsked(version.compiled, reading.states, address);
    return asked ? [{ ...query, asked }] : [];
  });
  if (queries.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="asked-title">
      <div className="panel__head">
        <h2 id="asked-title">{t('asked.title', { count: queries.length })}</h2>
      </div>
      {queries.map(({ id, asked, question, dueOn }) => (
        <div className="task" key={id}>
          <span className="tone-warn">
            <Icon name="chat" />
          </span>
          <div>
            <QuestionLink question={asked.question} anchor={asked.anchor}>
              {t('asked.about', { code: calledBy(asked) })}
            </QuestionLink>
            <p className="muted told">{question}</p>
          </div>
          <span className="chip chip--warn">{t('asked.due', { at: issued(dueOn) })}</span>
        </div>
      ))}
    </section>
  );
}

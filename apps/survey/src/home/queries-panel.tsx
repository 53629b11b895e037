import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../appearance/drawing.js';
import { queriedOf, useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';

/** What an expert wants to know, each with the way to its answer. */
export function QueriesPanel(): ReactElement | null {
  const { t } = useTranslation();
  const work = useWork();
  const { issued } = useMoments();
  const { assessment, version } = work;
  const queries = [...queriedOf(work).values()];
  if (queries.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="asked-title">
      <div className="panel__head">
        <h2 id="asked-title">{t('asked.title', { count: queries.length })}</h2>
      </div>
      {queries.map(({ id, questionId, question, dueOn }) => {
        const found = version.compiled.byId.get(questionId);
        const code = found?.question.code ?? '';
        return (
          <div className="task" key={id}>
            <span className="tone-warn">
              <Icon name="chat" />
            </span>
            <div>
              <Link to={`/assessments/${assessment.id}/sections/${found?.section.code ?? ''}#${code}`}>
                {t('asked.about', { code })}
              </Link>
              <p className="muted told">{question}</p>
            </div>
            <span className="chip chip--warn">{t('asked.due', { at: issued(dueOn) })}</span>
          </div>
        );
      })}
    </section>
  );
}

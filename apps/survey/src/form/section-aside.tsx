import { hasLeft } from '@kilim/contracts';
import type { CSSProperties, ReactElement } from 'react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWork } from '../assessment/work.js';
import { scoreIn } from '../score/area-score.js';
import { ClaimedScore } from '../score/claimed-score.js';
import { Possible } from '../score/possible.js';
import { RaisesMost } from '../score/raises-most.js';
import { useScoreTitle } from '../score/use-score-title.js';
import { evidenceCoverage } from './evidence-coverage.js';
import { QuestionLink } from './question-link.js';

/** Beside the questions: the score so far, and which answers lack evidence. */
export function SectionAside({ sectionId }: Readonly<{ sectionId: string }>): ReactElement {
  const { t } = useTranslation();
  const scoreTitle = useScoreTitle();
  const work = useWork();
  const { assessment, reading, texts, version } = work;
  const [index] = version.compiled.questionnaire.indices;
  const own = version.compiled.indicators.filter(({ id }) =>
    version.compiled.questions.some(
      ({ question, section }) => section.id === sectionId && question.indicator === id,
    ),
  );
  const { supported, missing } = evidenceCoverage(work, sectionId);
  const all = supported.length + missing.length;
  const width = { '--w': `${String(all === 0 ? 0 : (supported.length / all) * 100)}%` } as CSSProperties;
  return (
    <aside className="form__side form__aside stack-l" aria-label={t('aside.label')}>
      {index && !hasLeft(assessment.state) && (
        <section>
          <h2 className="title-m below-2">{scoreTitle}</h2>
          <ClaimedScore of={index.id} />
          <p className="above-2">
            <Link to={`/assessments/${assessment.id}/score`}>{t('why.link')}</Link>
          </p>
        </section>
      )}
      {own.length > 0 && (
        <section className="stack">
          <h2 className="title-m">{t('why.ofSection')}</h2>
          {own.map(({ id }) => (
            <div key={id} className="row row--apart">
              <span>{texts.title(id)}</span>
              <Possible score={scoreIn(reading.scores, id)} />
            </div>
          ))}
        </section>
      )}
      <RaisesMost most={3} level="h2" />
      {all > 0 && (
        <section className="stack">
          <h2 className="title-m">{t('aside.evidence')}</h2>
          <span
            className="thread thread--ok"
            role="img"
            aria-label={t('aside.evidenceLabel', { count: supported.length, all })}
          >
            <i style={width} />
          </span>
          <p className="faint">
            {t('aside.evidenceCount', { count: supported.length, all })}{' '}
            {missing.length > 0 && t('aside.evidenceMissing')}{' '}
            {missing.map(({ question, address, anchor }, place) => (
              <Fragment key={address}>
                {place > 0 && ', '}
                <QuestionLink question={question} anchor={anchor}>
                  {question.code}
                </QuestionLink>
              </Fragment>
            ))}
          </p>
        </section>
      )}
    </aside>
  );
}

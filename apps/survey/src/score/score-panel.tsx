import { hasLeft } from '@kilim/contracts';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWork } from '../assessment/work.js';
import { ClaimedScore } from './claimed-score.js';
import { useScoreTitle } from './use-score-title.js';

/** The index so far, with the way to where it comes from, and below it what else is said of it; nothing of who has left. */
export function ScorePanel({ children }: Readonly<{ children?: ReactNode }>): ReactElement | null {
  const { t } = useTranslation();
  const { assessment, version } = useWork();
  const title = useScoreTitle();
  const [index] = version.compiled.questionnaire.indices;
  if (!index || hasLeft(assessment.state)) return null;
  return (
    <section className="panel" aria-labelledby="score-title">
      <div className="panel__head">
        <h2 id="score-title">{title}</h2>
      </div>
      <div className="panel__body">
        <ClaimedScore of={index.id} />
        <p className="above-2">
          <Link to={`/assessments/${assessment.id}/score`}>{t('why.link')}</Link>
        </p>
        {children}
      </div>
    </section>
  );
}

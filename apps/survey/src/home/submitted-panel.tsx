import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../appearance/drawing.js';
import { useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';

/** Once the answers are out of the city's hands: where they are, and that they can be read. */
export function SubmittedPanel(): ReactElement {
  const { t } = useTranslation();
  const { assessment } = useWork();
  const { moment } = useMoments();
  return (
    <section className="panel" aria-labelledby="next-title">
      <div className="next">
        <div>
          <p className="faint row">
            <Icon name="lock" />
            {t('submitted.since', { at: moment(assessment.stateSince) })}
          </p>
          <h2 id="next-title">{t(`state.${assessment.state}`)}</h2>
          <p className="muted">{t(`submitted.${assessment.state}`)}</p>
        </div>
        {assessment.state === 'verified' && assessment.may.includes('assessment:agree') ? (
          <a className="btn btn--go btn--l" href={`/admin/cities/${assessment.id}`}>
            {t('submitted.agree')}
          </a>
        ) : (
          <Link className="btn btn--l" to={`/assessments/${assessment.id}/sections`}>
            {t('next.look')}
          </Link>
        )}
      </div>
    </section>
  );
}

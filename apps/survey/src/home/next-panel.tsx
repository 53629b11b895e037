import { isOpen } from '@kilim/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../appearance/drawing.js';
import { placeToGoOn } from '../assessment/place.js';
import { useCalledBy } from '../assessment/place-name.js';
import { useWork, type Work } from '../assessment/work.js';
import { daysUntil, useMoments } from '../language/moments.js';
import { MendTasks } from './mend-tasks.js';

/** The one thing to do next, and below it what needs mending. */
export function NextPanel(): ReactElement {
  const { t } = useTranslation();
  const work = useWork();
  const { assessment, reading, now } = work;
  const { deadline } = useMoments();
  const base = `/assessments/${assessment.id}`;
  const at = deadline(assessment.deadline);
  if (!assessment.may.includes('answer:write')) return <ReadPanel />;
  if (!isOpen(assessment.deadline, now()))
    return (
      <section className="panel" aria-labelledby="next-title">
        <div className="next">
          <div>
            <h2 id="next-title">{t('next.closed')}</h2>
            <p className="muted">{t('next.closedText', { at })}</p>
          </div>
          <Link className="btn btn--l" to={`${base}/sections`}>
            {t('next.look')}
          </Link>
        </div>
      </section>
    );
  const own = assessment.sections;
  const ownOpen = reading.completeness.sections
    .filter(({ id }) => own?.includes(id) ?? true)
    .reduce((sum, { requiredOpen }) => sum + requiredOpen, 0);
  const maySubmit = assessment.may.includes('assessment:submit');
  return (
    <section className="panel" aria-labelledby="next-title">
      {ownOpen === 0 ? (
        <div className="next">
          <div>
            <h2 id="next-title">{own ? t('next.ownDone') : t('next.done')}</h2>
            <p className="muted">{t(maySubmit ? 'next.doneText' : 'next.leadSubmits', { at })}</p>
          </div>
          <Link className="btn btn--go btn--l" to={`${base}/review`}>
            {t(maySubmit ? 'next.review' : 'next.overview')}
          </Link>
        </div>
      ) : (
        <GoOn at={at} />
      )}
      <DaysLeft days={daysUntil(assessment.deadline.instant, now())} />
      <MendTasks />
    </section>
  );
}

/** For those who read along: where the answers are, and where their own work is. */
function ReadPanel(): ReactElement {
  const { t } = useTranslation();
  const { assessment } = useWork();
  return (
    <section className="panel" aria-labelledby="next-title">
      <div className="next">
        <div>
          <h2 id="next-title">{t('lock.role.title')}</h2>
          <p className="muted">
            {t('lock.role.text')} <a href={`/admin/cities/${assessment.id}`}>{t('next.inDashboard')}</a>
          </p>
        </div>
        <Link className="btn btn--l" to={`/assessments/${assessment.id}/sections`}>
          {t('next.look')}
        </Link>
      </div>
    </section>
  );
}

function GoOn({ at }: Readonly<{ at: string }>): ReactElement | null {
  const { t } = useTranslation();
  const work = useWork();
  const { moment } = useMoments();
  const calledBy = useCalledBy();
  const { assessment, texts, reading } = work;
  const place = placeToGoOn(work);
  if (!place) return null;
  const { asked } = place;
  const progress = reading.completeness.sections.find(({ id }) => id === place.sectionId);
  const stoppedAt = lastAnswerOf(work);
  const address = `/assessments/${assessment.id}/sections/${place.sectionCode}${asked ? `#${asked.anchor}` : ''}`;
  return (
    <div className="next">
      <div>
        <p className="faint">
          {stoppedAt === undefined ? t('next.begin') : t('next.stopped', { at: moment(stoppedAt) })}
        </p>
        <h2 id="next-title">
          {asked ? `${calledBy(asked)} ${texts.title(asked.question.id)}` : texts.title(place.sectionId)}
        </h2>
        <p className="muted">
          {t('next.left', {
            section: texts.title(place.sectionId),
            count: progress ? progress.open + progress.faulty : 0,
          })}{' '}
          {t('next.due', { at })}
        </p>
      </div>
      <Link className="btn btn--go btn--l" to={address}>
        {stoppedAt === undefined ? t('next.start') : t('next.continue')}
      </Link>
    </div>
  );
}

/** When the person at the screen last saved an answer. */
function lastAnswerOf({ saved, session }: Work): string | undefined {
  return [...saved.acknowledged.values()]
    .filter(({ savedBy }) => savedBy.id === session.account.id)
    .map(({ savedAt }) => savedAt)
    .sort()
    .at(-1);
}

/** How long there is still; the last week is worth a sign of its own. */
function DaysLeft({ days }: Readonly<{ days: number }>): ReactElement | null {
  const { t } = useTranslation();
  if (days <= 0) return null;
  return (
    <div className="task">
      <span className={days > 7 ? 'tone-note' : 'tone-warn'}>
        <Icon name="clock" />
      </span>
      <p>{days === 1 ? t('next.lastDay') : t('next.daysLeft', { count: days })}</p>
    </div>
  );
}

import { isOpen, takesAnswers, waitsFor } from '@kilim/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';

/** What happens when: the steps of a round, with the one that is on now. Only the deadline has a date yet. */
export function Timetable(): ReactElement {
  const { t } = useTranslation();
  const { assessment, now } = useWork();
  const { deadline } = useMoments();
  const isAnswering = takesAnswers(assessment.state);
  const { state } = assessment;
  const isChecking = waitsFor(state) === 'expert' || state === 'clarification';
  const at = deadline(assessment.deadline);
  const steps = [
    {
      key: 'answer',
      isNow: isAnswering,
      text: isAnswering
        ? t(isOpen(assessment.deadline, now()) ? 'timetable.until' : 'timetable.ended', { at })
        : t('timetable.over'),
    },
    {
      key: 'check',
      isNow: isChecking,
      text: isAnswering
        ? t('timetable.checkText')
        : isChecking
          ? t('timetable.checkNow')
          : t('timetable.over'),
    },
    { key: 'agree', isNow: state === 'verified', text: t('timetable.agreeText') },
    { key: 'publish', isNow: state === 'agreed', text: t('timetable.publishText') },
  ] as const;
  return (
    <section className="panel" aria-labelledby="timetable-title">
      <div className="panel__head">
        <h2 id="timetable-title">{t('timetable.title')}</h2>
      </div>
      <div className="panel__body">
        <ol className="why">
          {steps.map(({ key, isNow, text }) => (
            <li key={key} {...(isNow && { 'aria-current': 'step' })}>
              <p className="what">
                <span>{t(`timetable.${key}`)}</span>
                {isNow && <span className="chip">{t('timetable.now')}</span>}
              </p>
              <p className="muted">{text}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

import { isOpen, takesAnswers, type AssessmentState } from '@kilim/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';

const STEPS = ['answer', 'check', 'agree', 'publish'] as const;

/** What happens when: the steps of a round, with the one that is on now. Only the deadline has a date yet. */
export function Timetable(): ReactElement {
  const { t } = useTranslation();
  const { assessment, now } = useWork();
  const { deadline } = useMoments();
  const { state } = assessment;
  const current = stepOf(state);
  const isToAgree = state === 'verified';
  const at = deadline(assessment.deadline);
  const texts = {
    answer: t(isOpen(assessment.deadline, now()) ? 'timetable.until' : 'section.over', { at }),
    check: t(takesAnswers(state) ? 'timetable.checkText' : 'timetable.checkNow'),
    agree: t(isToAgree ? 'timetable.agreeNow' : 'timetable.agreeText'),
    publish: t('timetable.publishText'),
  };
  return (
    <section className="panel" aria-labelledby="timetable-title">
      <div className="panel__head">
        <h2 id="timetable-title">{t('timetable.title')}</h2>
      </div>
      <div className="panel__body">
        <ol className="why">
          {STEPS.map((key, place) => (
            <li key={key} {...(place === current && { 'aria-current': 'step' })}>
              <p className="what">
                <span>{t(`timetable.${key}`)}</span>
                {place === current && <span className="chip">{t('timetable.now')}</span>}
              </p>
              <p className="muted">{place < current ? t('timetable.over') : texts[key]}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

/** Which of the steps is on; beyond the last once the results are published. */
function stepOf(state: AssessmentState): number {
  if (takesAnswers(state)) return 0;
  if (state === 'verified') return 2;
  if (state === 'agreed') return 3;
  return state === 'published' ? STEPS.length : 1;
}

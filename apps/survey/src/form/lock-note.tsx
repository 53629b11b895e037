import { transitionsFrom } from '@kilim/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useWork, type Lock } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';

/** Says why the answers of a section can be read but not changed. */
export function LockNote({ lock }: Readonly<{ lock: Lock }>): ReactElement {
  const { t } = useTranslation();
  const { assessment } = useWork();
  const { deadline, day } = useMoments();
  const facts = {
    state: t(`state.${assessment.state}`),
    since: day(assessment.stateSince),
    at: deadline(assessment.deadline),
  };
  return (
    <div className="msg msg--note below-4" role="note">
      <Icon name="lock" />
      <div>
        <b>{t(`lock.${lock}.title`, facts)}</b>
        <p>
          {lock === 'state' && !transitionsFrom(assessment.state).includes('reopen')
            ? t(`submitted.${assessment.state}`)
            : t(`lock.${lock}.text`, facts)}
        </p>
      </div>
    </div>
  );
}

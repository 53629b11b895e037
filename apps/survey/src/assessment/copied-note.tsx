import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useMoments } from '../language/moments.js';
import { useWork } from './work.js';

/** Says that what is seen was read earlier, since the server could not be reached. */
export function CopiedNote(): ReactElement | null {
  const { t } = useTranslation();
  const { copiedAt } = useWork();
  const { moment } = useMoments();
  if (copiedAt === undefined) return null;
  return (
    <div className="msg msg--note below-4" role="note">
      <Icon name="offline" />
      <div>
        <b>{t('offline.title')}</b>
        <p>{t('offline.text', { at: moment(new Date(copiedAt).toISOString()) })}</p>
      </div>
    </div>
  );
}

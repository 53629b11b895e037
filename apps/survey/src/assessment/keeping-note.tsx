import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useWork } from './work.js';

/** Says that the device does not keep what is not saved yet, and what follows from that. */
export function KeepingNote(): ReactElement | null {
  const { t } = useTranslation();
  const { saved } = useWork();
  const { keeping } = saved;
  if (keeping === 'kept') return null;
  const isPressing = saved.unsaved.size > 0;
  return (
    <div className={isPressing ? 'msg msg--warn below-4' : 'msg msg--note below-4'} role="note">
      <Icon name={isPressing ? 'warn' : 'note'} />
      <div>
        <b>{t(`keeping.${keeping}.title`)}</b>
        <p>{t(`keeping.${keeping}.text`)}</p>
      </div>
    </div>
  );
}

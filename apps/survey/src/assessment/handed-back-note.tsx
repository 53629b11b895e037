import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useMoments } from '../language/moments.js';
import { useWork } from './work.js';

/** Says who handed the answers back to the city, when and why; nothing where nobody has. */
export function HandedBackNote(): ReactElement | null {
  const { t } = useTranslation();
  const { handedBack } = useWork().assessment;
  const { moment } = useMoments();
  if (!handedBack) return null;
  const { at, by, reason } = handedBack;
  return (
    <div className="msg msg--note below-4" role="note">
      <Icon name="undo" />
      <div>
        <b>{t('handedBack', { name: by.name, at: moment(at) })}</b>
        <p className="told">{reason}</p>
      </div>
    </div>
  );
}

import { GRACE_MS } from '@kilim/contracts';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../language/moments.js';
import { Dialog } from '../shell/dialog.js';
import { useWork } from './work.js';

/** The deadline has passed while one was answering: says so at once, and what becomes of what was typed. */
export function ClosedDialog(): ReactElement | null {
  const { t } = useTranslation();
  const { assessment } = useWork();
  const { deadline } = useMoments();
  const [isRead, setIsRead] = useState(false);
  if (isRead) return null;
  const close = (): void => {
    setIsRead(true);
  };
  const facts = { at: deadline(assessment.deadline), minutes: GRACE_MS / 60_000 };
  return (
    <Dialog title={t('lock.deadline.title')} unasked onClose={close}>
      <div className="dialog__body stack">
        <p>{t('lock.deadline.text', facts)}</p>
        <p>{t('lock.deadline.typed', facts)}</p>
      </div>
      <div className="dialog__actions">
        <button type="button" className="btn btn--go" onClick={close}>
          {t('close')}
        </button>
      </div>
    </Dialog>
  );
}

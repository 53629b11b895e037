import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { allKept } from '../outbox/open-savers.js';
import { PROGRAM_UPDATES } from './program-updates.js';

/** Offers a newer version of the program, to be taken when it suits. */
export function UpdateNote(): ReactElement | null {
  const { t } = useTranslation();
  const isReady = useSyncExternalStore(PROGRAM_UPDATES.subscribe, PROGRAM_UPDATES.look);
  const [isPutOff, setIsPutOff] = useState(false);
  if (!isReady || isPutOff) return null;
  return (
    <aside className="page page--note" aria-label={t('update.label')}>
      <div className="msg msg--note" role="status">
        <Icon name="note" />
        <div className="stack">
          <p>
            <b>{t('update.title')}</b> {t('update.text')}
          </p>
          <p className="row">
            <button
              type="button"
              className="btn btn--s"
              onClick={() => {
                void allKept().then(() => {
                  PROGRAM_UPDATES.take();
                });
              }}
            >
              {t('update.take')}
            </button>
            <button
              type="button"
              className="btn btn--s btn--quiet"
              onClick={() => {
                setIsPutOff(true);
              }}
            >
              {t('update.later')}
            </button>
          </p>
        </div>
      </div>
    </aside>
  );
}

import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { PROGRAM_UPDATES } from './program-updates.js';
import { takeNewerProgram } from './take-newer-program.js';

/** Offers a newer version of the program, to be taken when it suits. */
export function UpdateNote(): ReactElement {
  const { t } = useTranslation();
  const isReady = useSyncExternalStore(PROGRAM_UPDATES.subscribe, PROGRAM_UPDATES.look);
  const [isPutOff, setIsPutOff] = useState(false);
  const isOffered = isReady && !isPutOff;
  return (
    <>
      <p className="sr" role="status">
        {isOffered && t('update.title')}
      </p>
      {isOffered && (
        <aside className="msg msg--note update" aria-label={t('update.label')}>
          <Icon name="note" />
          <p>
            <b>{t('update.title')}</b> {t('update.text')}
          </p>
          <p className="row">
            <button type="button" className="btn btn--s" onClick={takeNewerProgram}>
              {t('update.take')}
            </button>
            <button
              type="button"
              className="btn btn--s btn--quiet"
              onClick={() => {
                setIsPutOff(true);
                // The button goes: whoever pressed it by key goes on in the page.
                document.getElementById('main')?.focus({ preventScroll: true });
              }}
            >
              {t('update.later')}
            </button>
          </p>
        </aside>
      )}
    </>
  );
}

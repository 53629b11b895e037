import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useMoments } from '../language/moments.js';
import { takeNewerProgram } from '../offline/take-newer-program.js';
import { useWork } from './work.js';

/** Says that what is seen was read earlier, and why: without a network, or in a page that is older than the server. */
export function CopiedNote(): ReactElement | null {
  const { t } = useTranslation();
  const { copied } = useWork();
  const { moment } = useMoments();
  if (!copied) return null;
  const facts = { at: moment(new Date(copied.at).toISOString()) };
  const kind = copied.because === 'newer' ? 'older' : 'offline';
  return (
    <div className="msg msg--note below-4" role="note">
      <Icon name={kind === 'older' ? 'warn' : 'offline'} />
      <div>
        <b>{t(`${kind}.title`)}</b>
        <p>{t(`${kind}.text`, facts)}</p>
        {kind === 'older' && (
          <button type="button" className="btn btn--s" onClick={takeNewerProgram}>
            {t('trouble.newer')}
          </button>
        )}
      </div>
    </div>
  );
}

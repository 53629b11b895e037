import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { useSavingState } from '../assessment/save-status.js';
import { useFollowed } from '../assessment/use-followed.js';
import { useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';

/** When this answer reached the server and by whom; or that it has not, why, and where it is meanwhile. */
export function SavedAt({ asked }: Readonly<{ asked: Asked }>): ReactElement | null {
  const { saved, saver, session } = useWork();
  const isUnsaved = useFollowed(
    saver,
    () => saver.isUnsaved(asked.address),
    saved.unsaved.has(asked.address),
  );
  const acknowledged = useFollowed(
    saver,
    () => saver.acknowledged(asked.address),
    saved.acknowledged.get(asked.address),
  );
  const { t } = useTranslation();
  const { moment } = useMoments();
  if (isUnsaved) return <NotSaved asked={asked} />;
  if (!acknowledged) return null;
  const { savedAt, savedBy } = acknowledged;
  return (
    <span className="saved to-end">
      <Icon name="check" />
      {savedBy.id === session.account.id
        ? t('foot.saved', { at: moment(savedAt) })
        : t('foot.savedBy', { at: moment(savedAt), name: savedBy.name })}
    </span>
  );
}

function NotSaved({ asked }: Readonly<{ asked: Asked }>): ReactElement {
  const { t } = useTranslation();
  const { saved } = useWork();
  const state = useSavingState();
  const { keeping, troubles } = saved;
  if (troubles.has(asked.address))
    return (
      <span className="saved saved--failed to-end">
        <Icon name="bad" />
        {t('foot.refused')}
      </span>
    );
  const hindrance =
    state.kind === 'waiting' ? state.because : state.kind === 'signedOut' ? 'signedOut' : undefined;
  if (hindrance === undefined) return <span className="saved saved--waiting to-end">{t('foot.saving')}</span>;
  return (
    <span className="saved saved--offline to-end">
      <Icon name="offline" />
      {keeping === 'kept' ? t(`foot.waiting.${hindrance}`) : t('foot.unkept')}
    </span>
  );
}

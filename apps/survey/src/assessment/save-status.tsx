import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useMoments } from '../language/moments.js';
import { takeNewerProgram } from '../offline/take-newer-program.js';
import { useRefusalWords } from './refusal-words.js';
import type { SavingState } from './saver-view.js';
import { useFollowed } from './use-followed.js';
import { useWork } from './work.js';

/**
 * How saving stands, quietly and always: in words, with an icon, spoken by screen readers when it changes. Offers what
 * there is to do.
 */
export function SaveStatus(): ReactElement {
  const { t } = useTranslation();
  const { saver, isTrial } = useWork();
  const words = useSavingWords();
  const state = useSavingState();
  if (isTrial) return <span className="muted">{t('preview.unsaved')}</span>;
  const look = LOOKS[state.kind];
  const canRetry = state.kind === 'waiting' || state.kind === 'refused';
  return (
    <span className="row">
      <span className={`saved ${look.className}`} role="status">
        {look.icon && <Icon name={look.icon} />}
        {words(state)}
      </span>
      {canRetry && (
        <button
          type="button"
          className="linklike faint"
          onClick={() => {
            saver.retry();
          }}
        >
          {t('saving.again')}
        </button>
      )}
      {state.kind === 'waiting' && state.because === 'newer' && (
        <button type="button" className="linklike" onClick={takeNewerProgram}>
          {t('trouble.newer')}
        </button>
      )}
    </span>
  );
}

/** How saving stands now: also in the middle of typing, when the screens follow later. */
export function useSavingState(): SavingState {
  const { saver, saved } = useWork();
  return useFollowed(saver, saver.state, saved.state);
}

/** Says how saving stands. */
export function useSavingWords(): (state: SavingState) => string {
  const { t } = useTranslation();
  const { time } = useMoments();
  const refusalWords = useRefusalWords();
  return (state) => {
    switch (state.kind) {
      case 'saved':
        return t('saving.saved', { time: time(state.at) });
      case 'waiting':
        return t(`saving.waiting.${state.because}`, { count: state.count });
      case 'refused':
        return t('saving.refused', { count: state.count, reason: refusalWords(state.problem) });
      case 'signedOut':
      case 'stale':
        return t(`saving.${state.kind}`, { count: state.count });
      case 'opening':
        return t('loading');
      case 'quiet':
      case 'saving':
        return t(`saving.${state.kind}`);
    }
  };
}

const LOOKS = {
  opening: { className: 'saved--waiting', icon: undefined },
  quiet: { className: 'saved--waiting', icon: undefined },
  saving: { className: 'saved--waiting', icon: undefined },
  saved: { className: '', icon: 'check' },
  waiting: { className: 'saved--offline', icon: 'offline' },
  signedOut: { className: 'saved--failed', icon: 'bad' },
  stale: { className: 'saved--failed', icon: 'bad' },
  refused: { className: 'saved--failed', icon: 'bad' },
} as const;

import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import type { FileSending, SendingState } from '../assessment/file-sending.js';
import { useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { useFileErrorWords } from './file-error-words.js';

/** A file that was chosen: how far it is, what is wrong with it, and that it can be sent again. */
export function FileOnItsWay({ sending }: Readonly<{ sending: FileSending }>): ReactElement {
  const { t } = useTranslation();
  const { size } = useMoments();
  const state = useSyncExternalStore(sending.subscribe, sending.look);
  const { name, size: bytes } = sending.file;
  return (
    <div className="files__way">
      <Icon name="file" />
      <p>
        <b className="told">{name}</b> <span className="faint">{size(bytes)}</span>
      </p>
      {state.kind === 'sending' && (
        <progress max={bytes} value={state.sentBytes} aria-label={t('file.sending', { name })} />
      )}
      <p role="status">{state.kind === 'sent' && <span className="tone-ok">{t('file.sent')}</span>}</p>
      <Objection state={state} />
      {state.kind === 'failed' && (
        <button
          ref={handsFocusOn()}
          type="button"
          className="btn btn--s"
          onClick={() => {
            sending.retry();
          }}
        >
          <Icon name="retry" />
          {t('file.again')}
        </button>
      )}
    </div>
  );
}

function Objection({ state }: Readonly<{ state: SendingState }>): ReactElement | null {
  const { t } = useTranslation();
  const { fileRoom } = useWork();
  const { size } = useMoments();
  const errorWords = useFileErrorWords();
  if (state.kind !== 'refused' && state.kind !== 'failed') return null;
  return (
    <p className="err" role="alert">
      <Icon name="bad" />
      <span>
        {state.kind === 'failed'
          ? errorWords(state.error)
          : t(`file.refused.${state.objection}`, { most: size(fileRoom.mostBytes) })}
      </span>
    </p>
  );
}

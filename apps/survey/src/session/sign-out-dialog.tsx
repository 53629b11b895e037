import { useRef, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useAllHalfTyped } from '../form/half-typed.js';
import { useMoments } from '../language/moments.js';
import type { UnsentAnswer } from '../outbox/all-unsent.js';
import { Dialog } from '../shell/dialog.js';
import { useErrorWords } from '../shell/error-words.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { saveAsFile, unsentAsText } from './download-unsent.js';
import { HalfTypedList, useHalfTypedWords } from './half-typed-list.js';
import { useSession } from './session-context.js';
import { useUnsent } from './use-unsent.js';

/**
 * Somebody signs out while answers of theirs have not reached the server, or with words that are no answer yet: says
 * which, goes on sending the answers, and leaves it to the person whether to wait, to take them along, to leave them here
 * or to throw them away.
 */
export function SignOutDialog({ onClose }: Readonly<{ onClose: () => void }>): ReactElement {
  const { t } = useTranslation();
  const { session, signOut } = useSession();
  const errorWords = useErrorWords();
  const unsent = useUnsent(session.account.id);
  const halfTyped = useAllHalfTyped(session.account.id);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<{ readonly error: unknown; readonly wasSettled: boolean }>();
  const status = useRef<HTMLParagraphElement>(null);
  const count = unsent?.length ?? 0;
  const isSettled = unsent?.length === 0;
  const isAnyBegun = halfTyped.length > 0;
  const outcome = isAnyBegun ? 'begun' : 'saved';

  const leave = (keep: 'nothing' | 'unsent'): void => {
    if (isBusy) return;
    setIsBusy(true);
    setFailure(undefined);
    signOut(keep).catch((reason: unknown) => {
      setFailure({ error: reason, wasSettled: isSettled });
      setIsBusy(false);
    });
  };

  return (
    <Dialog
      title={isSettled ? t(`signOut.${outcome}`) : t('signOut.title', { count })}
      onClose={onClose}
      wide
    >
      <div className="dialog__body stack">
        <p ref={status} role="status" tabIndex={-1}>
          {isSettled ? t(`signOut.${outcome}Text`) : t('signOut.text')}
        </p>
        {isAnyBegun && <HalfTypedList halfTyped={halfTyped} />}
        {isSettled && isAnyBegun && <Download unsent={unsent} />}
        {!isSettled && unsent && (
          <>
            <p className="saved saved--waiting">{t('signOut.waiting')}</p>
            <Choices unsent={unsent} status={status} onLeave={leave} />
          </>
        )}
        {/* What failed before everything had arrived is over then. */}
        {failure?.wasSettled === isSettled && (
          <p className="err" role="alert">
            <Icon name="bad" />
            <span>{errorWords(failure.error).detail}</span>
          </p>
        )}
      </div>
      <div className="dialog__actions">
        <button type="button" className={isSettled && !isAnyBegun ? 'btn' : 'btn btn--go'} onClick={onClose}>
          {t('signOut.stay')}
        </button>
        {isSettled && (
          <button
            type="button"
            className={isAnyBegun ? 'btn btn--danger' : 'btn btn--go'}
            aria-busy={isBusy}
            onClick={() => {
              leave('nothing');
            }}
          >
            {isAnyBegun ? t('signOut.discardBegun') : t('signOut.do')}
          </button>
        )}
      </div>
    </Dialog>
  );
}

/** What may become of answers that have not reached the server. */
function Choices({
  unsent,
  status,
  onLeave,
}: Readonly<{
  unsent: readonly UnsentAnswer[];
  /** Says how it stands, also once there is nothing to choose any more. */
  status: RefObject<HTMLElement | null>;
  onLeave: (keep: 'nothing' | 'unsent') => void;
}>): ReactElement {
  const { t } = useTranslation();
  const areKept = unsent.every(({ isKept }) => isKept);
  return (
    <ul ref={handsFocusOn(() => status.current)} className="choices-list">
      <li>
        <Download unsent={unsent} />
      </li>
      {areKept ? (
        <li>
          <button
            type="button"
            className="btn"
            onClick={() => {
              onLeave('unsent');
            }}
          >
            {t('signOut.keep')}
          </button>
          <p className="muted">{t('signOut.keepText')}</p>
        </li>
      ) : (
        <li>
          <p>{t('signOut.unkept')}</p>
        </li>
      )}
      <li>
        <button
          type="button"
          className="btn btn--danger"
          onClick={() => {
            onLeave('nothing');
          }}
        >
          {t('signOut.discard')}
        </button>
        <p className="muted">{t('signOut.discardText')}</p>
      </li>
    </ul>
  );
}

/** Saves what is not sent yet as a file. */
function Download({ unsent }: Readonly<{ unsent: readonly UnsentAnswer[] }>): ReactElement {
  const { t } = useTranslation();
  const { session } = useSession();
  const halfTyped = useAllHalfTyped(session.account.id);
  const halfTypedWords = useHalfTypedWords();
  const { day, time } = useMoments();
  const [isDownloaded, setIsDownloaded] = useState(false);
  const download = (): void => {
    const now = new Date().toISOString();
    const title = t('signOut.file', { name: session.account.name, at: `${day(now)}, ${time(now)}` });
    const begun = halfTyped.map((each) => ({ words: halfTypedWords(each) }));
    saveAsFile(`${t('signOut.fileName')}.txt`, unsentAsText(title, [...unsent, ...begun]));
    setIsDownloaded(true);
  };
  return (
    <>
      <button type="button" className="btn" onClick={download}>
        {t('signOut.download')}
      </button>
      <p className="muted" role="status">
        {isDownloaded && t('signOut.downloaded')}
      </p>
    </>
  );
}

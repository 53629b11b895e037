import { takeTransition } from '@kilim/contracts';
import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.js';
import { Icon } from '../appearance/drawing.js';
import { useOutstanding } from '../assessment/use-outstanding.js';
import { useWork, type Work } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';
import { Dialog } from '../shell/dialog.js';
import { useErrorWords } from '../shell/error-words.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';

/** Why the answers cannot be submitted now; absent: they can. */
type Obstacle = 'role' | 'deadline' | 'missing' | 'unsaved' | 'notBegun';

/** Hands the answers over. A button that is blocked says why beside it. */
export function SubmitPanel({ isInTime }: Readonly<{ isInTime: boolean }>): ReactElement {
  const { t } = useTranslation();
  const work = useWork();
  const [isAsking, setIsAsking] = useState(false);
  const needs = useOutstanding();
  const hasUnsaved = useHasUnsaved();
  const obstacle = obstacleOf(work, isInTime, needs.length, hasUnsaved);
  return (
    <section
      // Submitted, it goes away with its dialog: one goes on where that is said.
      ref={handsFocusOn(() => document.getElementById('submitted'))}
      className="panel"
      aria-labelledby="submit-title"
    >
      <div className="panel__head">
        <h2 id="submit-title">{t('submit.title')}</h2>
      </div>
      <div className="panel__body stack">
        <p className="muted">{t('submit.text')}</p>
        {obstacle !== 'role' && (
          <button
            type="button"
            className="btn btn--go btn--l"
            aria-disabled={obstacle !== undefined}
            aria-describedby={obstacle ? 'submit-obstacle' : undefined}
            onClick={() => {
              if (obstacle === undefined) setIsAsking(true);
            }}
          >
            {t('submit.do')}
          </button>
        )}
        {obstacle && (
          <p className="hint" id="submit-obstacle">
            {t(`submit.obstacle.${obstacle}`, { count: needs.length })}
          </p>
        )}
      </div>
      {isAsking && (
        <ConfirmDialog
          onClose={() => {
            setIsAsking(false);
          }}
        />
      )}
    </section>
  );
}

function ConfirmDialog({ onClose }: Readonly<{ onClose: () => void }>): ReactElement {
  const { t } = useTranslation();
  const { assessment, reading, saver, takeAssessment } = useWork();
  const { deadline } = useMoments();
  const errorWords = useErrorWords();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { total } = reading.completeness;
  // The first answer saved on this page has begun the work on the server.
  const onScreen = assessment.state === 'invited' ? 'inProgress' : assessment.state;

  const submit = (): void => {
    if (isBusy) return;
    // Something has come from another window meanwhile: the panel behind says so.
    if (saver.hasUnsaved) {
      onClose();
      return;
    }
    setIsBusy(true);
    setError(undefined);
    call(takeTransition, {
      params: { assessmentId: assessment.id },
      body: { transition: 'submit', from: onScreen },
    }).then(takeAssessment, (reason: unknown) => {
      setError(reason);
      setIsBusy(false);
    });
  };

  return (
    <Dialog title={t('submit.confirm', { city: assessment.city.name })} onClose={onClose}>
      <div className="dialog__body stack">
        <p>
          {t('section.answered', { done: total.answered + total.notApplicable, asked: total.asked })}
          {total.open > 0 && `. ${t('submit.optionalOpen', { count: total.open })}`}
        </p>
        <p>{t('submit.confirmText', { at: deadline(assessment.deadline) })}</p>
        {error !== undefined && (
          <p className="err" role="alert">
            <Icon name="bad" />
            <span>{t('submit.failed', { reason: errorWords(error).detail })}</span>
          </p>
        )}
      </div>
      <div className="dialog__actions">
        <button type="button" className="btn" onClick={onClose}>
          {t('submit.notYet')}
        </button>
        <button type="button" className="btn btn--go" aria-busy={isBusy} onClick={submit}>
          {t('submit.do')}
        </button>
      </div>
    </Dialog>
  );
}

/** The contract's requirements for the step, and that nothing is still on its way. */
function obstacleOf(
  { assessment, saved }: Work,
  isInTime: boolean,
  needs: number,
  hasUnsaved: boolean,
): Obstacle | undefined {
  if (!assessment.may.includes('assessment:submit')) return 'role';
  if (!isInTime) return 'deadline';
  if (needs > 0) return 'missing';
  if (hasUnsaved) return 'unsaved';
  // The first saved answer begins the work on the server; the page that was opened before may not know.
  return assessment.state === 'invited' && saved.acknowledged.size === 0 ? 'notBegun' : undefined;
}

/** Whether something is still on its way, as it stands now: the screens follow typing only a moment later. */
function useHasUnsaved(): boolean {
  const { saver, saved } = useWork();
  return useSyncExternalStore(
    saver.subscribe,
    () => saver.hasUnsaved,
    () => saved.unsaved.size > 0,
  );
}

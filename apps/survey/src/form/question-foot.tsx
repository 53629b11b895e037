import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../assessment/asked.js';
import { useWork } from '../assessment/work.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { AnswerHistory } from './answer-history.js';
import { BegunUnsent } from './begun-unsent.js';
import { useHalfTyped } from './half-typed.js';
import { NotApplicableForm } from './not-applicable-form.js';
import { SavedAt } from './saved-at.js';
import { controlOf } from './use-focus-place.js';

type Opened = 'history' | 'notApplicable' | undefined;

/** Below a question: what happened to the answer, that it does not apply, that it is taken back, and when it was saved. */
export function QuestionFoot({
  asked,
  isLocked,
}: Readonly<{ asked: Asked; isLocked: boolean }>): ReactElement {
  const { t } = useTranslation();
  const { saver, saved, isTrial } = useWork();
  const { question, address } = asked;
  const reason = useHalfTyped('reason', question.id, address);
  const [opened, setOpened] = useState<Opened>(reason.isBegun ? 'notApplicable' : undefined);
  const answer = saved.held.get(address)?.answer;
  const historyId = `${asked.anchor}-history`;
  const opener = useRef<HTMLButtonElement>(null);
  const toggle = (part: Exclude<Opened, undefined>) => () => {
    setOpened((before) => (before === part ? undefined : part));
  };
  return (
    <>
      <div className="q__foot">
        {!isTrial && (
          <button
            type="button"
            className="linklike"
            aria-expanded={opened === 'history'}
            aria-controls={historyId}
            onClick={toggle('history')}
          >
            {t('foot.history')}
          </button>
        )}
        {!isLocked && question.mayNotApply === true && answer?.kind !== 'notApplicable' && (
          <button
            ref={opener}
            type="button"
            className="linklike"
            aria-expanded={opened === 'notApplicable'}
            onClick={toggle('notApplicable')}
          >
            {t('foot.notApplicable')}
          </button>
        )}
        {!isLocked && answer?.kind === 'value' && (
          <button
            ref={handsFocusOn(() => controlOf(asked.anchor))}
            type="button"
            className="linklike"
            onClick={() => {
              saver.change(address, { kind: 'cleared' }, 'atOnce');
            }}
          >
            {t('foot.clear')}
          </button>
        )}
        {!isTrial && <SavedAt asked={asked} />}
      </div>
      {isLocked && <BegunUnsent halfTyped={reason} />}
      {opened === 'notApplicable' && !isLocked && (
        <NotApplicableForm
          asked={asked}
          opener={opener}
          onDone={() => {
            setOpened(undefined);
          }}
        />
      )}
      <div id={historyId}>{opened === 'history' && <AnswerHistory asked={asked} isLocked={isLocked} />}</div>
    </>
  );
}

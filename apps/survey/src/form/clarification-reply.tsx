import type { Clarification } from '@kilim/contracts';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { replyTo } from '../assessment/clarification-requests.js';
import { useWork } from '../assessment/work.js';
import { useErrorWords } from '../shell/error-words.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { useHalfTyped } from './half-typed.js';
import { LettersLeft } from './letters-left.js';

/** As many characters as the contract takes. */
const REPLY_MAXIMUM = 4000;

/** The city's reply to an expert. What was typed stays until it is taken, also while one looks elsewhere. */
export function ClarificationReply({
  clarification,
}: Readonly<{ clarification: Clarification }>): ReactElement {
  const { t } = useTranslation();
  const work = useWork();
  const errorWords = useErrorWords();
  const id = useId();
  const halfTyped = useHalfTyped('reply', clarification.questionId, clarification.id);
  const { isBusy = false } = halfTyped;
  const { words = '' } = halfTyped.words;
  const [obstacle, setObstacle] = useState<'missing' | 'unsaved'>();
  const [error, setError] = useState<unknown>();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    // A change that is still on its way belongs to what the expert will look at.
    work.saver.flush();
    const found = words.trim() === '' ? 'missing' : work.saver.hasUnsaved ? 'unsaved' : undefined;
    setObstacle(found);
    if (found) return;
    halfTyped.setBusy(true);
    setError(undefined);
    replyTo(work, clarification, words).then(halfTyped.forget, (reason: unknown) => {
      setError(reason);
      halfTyped.setBusy(false);
    });
  };

  return (
    <form ref={handsFocusOn()} className="stack" noValidate onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{t('clarify.reply')}</label>
        <textarea
          id={id}
          className="in"
          rows={3}
          maxLength={REPLY_MAXIMUM}
          value={words}
          // What was typed meanwhile would go with what is sent.
          readOnly={isBusy}
          aria-invalid={obstacle === 'missing'}
          aria-describedby={obstacle ? `${id}-error` : `${id}-hint`}
          onChange={(event) => {
            halfTyped.write('words', event.target.value);
          }}
        />
        <LettersLeft words={words} most={REPLY_MAXIMUM} />
        <p className="hint" id={`${id}-hint`}>
          {t('clarify.hint')}
        </p>
        {obstacle && (
          <p className="err" id={`${id}-error`} role="alert">
            <Icon name="bad" />
            <span>{obstacle === 'missing' ? t('clarify.missing') : t('submit.obstacle.unsaved')}</span>
          </p>
        )}
      </div>
      {error !== undefined && (
        <p className="err" role="alert">
          <Icon name="bad" />
          <span>{errorWords(error).detail}</span>
        </p>
      )}
      <button type="submit" className="btn" aria-busy={isBusy}>
        {t('clarify.do')}
      </button>
    </form>
  );
}

import { asWords } from '@kilim/contracts';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useWork } from '../assessment/work.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { useHalfTyped } from './half-typed.js';
import { LettersLeft } from './letters-left.js';
import { controlOf } from './use-focus-place.js';
import { valueBefore } from './value-before.js';
import type { Asked } from '../assessment/asked.js';

/** As many characters as the contract takes. */
const REASON_MAXIMUM = 2000;

/** Says that a question does not apply; a reason is required. */
export function NotApplicableForm({
  asked,
  opener,
  onDone,
}: Readonly<{
  asked: Asked;
  /** What opened it; gone once the question does not apply. */
  opener: RefObject<HTMLElement | null>;
  onDone: () => void;
}>): ReactElement {
  const { t } = useTranslation();
  const work = useWork();
  const { saver } = work;
  const id = useId();
  const halfTyped = useHalfTyped('reason', asked.question.id, asked.address);
  const { reason = '' } = halfTyped.words;
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Opened by the person this moment: this is where they go on. Whoever comes back to what they typed is left alone.
    if (field.current?.value === '') field.current.focus();
  }, []);
  const close = (): void => {
    halfTyped.forget();
    onDone();
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = asWords(reason);
    setIsMissing(words === '');
    if (words === '') return;
    valueBefore.keep(work, asked.address, saver.held(asked.address));
    saver.change(asked.address, { kind: 'notApplicable', reason: words }, 'atOnce');
    close();
  };

  return (
    <form
      ref={handsFocusOn(() => opener.current ?? controlOf(asked.anchor))}
      className="panel panel--plain stack above-3"
      onSubmit={submit}
    >
      <div className="field">
        <label htmlFor={id}>{t('notApplicable.reason')}</label>
        <textarea
          id={id}
          className="in"
          rows={2}
          maxLength={REASON_MAXIMUM}
          value={reason}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? `${id}-error` : undefined}
          ref={field}
          onChange={(event) => {
            halfTyped.write('reason', event.target.value);
          }}
        />
        <LettersLeft words={reason} most={REASON_MAXIMUM} />
        {isMissing && (
          <p className="err" id={`${id}-error`}>
            <Icon name="bad" />
            <span>{t('notApplicable.reasonMissing')}</span>
          </p>
        )}
      </div>
      <div className="row">
        <button type="submit" className="btn">
          {t('notApplicable.do')}
        </button>
        <button type="button" className="btn btn--quiet" onClick={close}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

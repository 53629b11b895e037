import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useWork } from '../assessment/work.js';
import { valueBefore } from './value-before.js';
import { useGuardWhile } from './use-guard-while.js';
import type { Asked } from '../assessment/asked.js';

/** As many characters as the contract takes. */
const REASON_MAXIMUM = 2000;

/** Says that a question does not apply; a reason is required. */
export function NotApplicableForm({
  asked,
  onDone,
}: Readonly<{ asked: Asked; onDone: () => void }>): ReactElement {
  const { t } = useTranslation();
  const { saver, assessment } = useWork();
  const id = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  useGuardWhile(reason.trim() !== '');

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = reason.trim();
    setIsMissing(words === '');
    if (words === '') return;
    valueBefore.keep(assessment.id, asked.address, saver.held(asked.address));
    saver.change(asked.address, { kind: 'notApplicable', reason: words }, 'atOnce');
    onDone();
  };

  return (
    <form className="panel panel--plain stack above-3" onSubmit={submit}>
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
          // Opened by the person this moment: this is where they go on.
          ref={(field) => {
            if (field && field.value === '') field.focus();
          }}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
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
        <button type="button" className="btn btn--quiet" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

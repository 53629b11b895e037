import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { KnotMark } from '../appearance/drawing.js';
import { useWork } from '../assessment/work.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { controlOf } from './use-focus-place.js';
import { valueBefore } from './value-before.js';
import type { Asked } from '../assessment/asked.js';

/** In place of the control: the question does not apply, and why. Can be undone. */
export function NotApplicableNote({
  asked,
  reason,
  isLocked,
}: Readonly<{ asked: Asked; reason: string | undefined; isLocked: boolean }>): ReactElement {
  const { t } = useTranslation();
  const work = useWork();
  const { saver } = work;
  return (
    <div className="panel panel--plain stack">
      <p className="row">
        <KnotMark state="notApplicable" />
        <b>{t('notApplicable.title')}</b>
      </p>
      {reason !== undefined && <p className="told">{reason}</p>}
      {!isLocked && (
        <button
          ref={handsFocusOn(() => controlOf(asked.anchor))}
          type="button"
          className="btn btn--s"
          onClick={() => {
            const before = valueBefore.take(work, asked.address);
            saver.change(asked.address, before ?? { kind: 'cleared' }, 'atOnce');
          }}
        >
          {t('notApplicable.undo')}
        </button>
      )}
    </div>
  );
}

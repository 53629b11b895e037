import { useLayoutEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { leaveFirstView } from '../first-view/leave-first-view.js';
import { useErrorWords } from './error-words.js';

/** Something could not be read: what happened, and a way to try again. */
export function ProblemPanel({
  error,
  onAgain,
}: Readonly<{ error: unknown; onAgain?: () => void }>): ReactElement {
  const { t } = useTranslation();
  useLayoutEffect(leaveFirstView, []);
  const { title, detail, requestId } = useErrorWords()(error);
  return (
    <section className="problem" role="alert">
      <Icon name="bad" />
      <h1 className="title-l">{title}</h1>
      <p>{detail}</p>
      {requestId !== undefined && <p className="faint">{t('error.reference', { requestId })}</p>}
      {onAgain && (
        <button type="button" className="btn" onClick={onAgain}>
          <Icon name="retry" />
          {t('error.again')}
        </button>
      )}
    </section>
  );
}

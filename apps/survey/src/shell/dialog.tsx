import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';

/**
 * A native modal dialog, open as long as it is rendered. Without `onClose` it cannot be left by Escape: something has
 * to be settled first. The focus goes back where it was.
 *
 * @param unasked it comes by itself: the focus goes to its title, as whoever is typing then would choose with the next key
 */
export function Dialog({
  title,
  wide = false,
  unasked = false,
  onClose,
  children,
}: Readonly<{
  title: string;
  wide?: boolean;
  unasked?: boolean;
  onClose?: () => void;
  children: ReactNode;
}>): ReactElement {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    if (unasked) heading.current?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [unasked]);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="dialog__head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {onClose && (
          <button type="button" className="iconbtn iconbtn--m" aria-label={t('close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {children}
    </dialog>
  );
}

import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useLocation } from 'react-router';

/**
 * A menu that opens in place: a native details that closes on Escape, when the focus leaves it, on a press elsewhere and
 * when one has gone somewhere.
 */
export function Menu({
  className,
  summary,
  summaryClassName,
  children,
}: Readonly<{
  className: string;
  summary: ReactNode;
  summaryClassName: string;
  /** List items. */
  children: ReactNode;
}>): ReactElement {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  const close = (): void => {
    if (details.current) details.current.open = false;
  };
  // A press on what cannot take the focus is no leaving.
  useEffect(() => {
    const pressed = ({ target }: PointerEvent): void => {
      if (details.current && target instanceof Node && !details.current.contains(target)) {
        details.current.open = false;
      }
    };
    document.addEventListener('pointerdown', pressed);
    return () => {
      document.removeEventListener('pointerdown', pressed);
    };
  }, []);
  return (
    <details
      key={key}
      ref={details}
      className={className}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || details.current?.open !== true) return;
        close();
        details.current.querySelector('summary')?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary className={summaryClassName}>{summary}</summary>
      <ul>{children}</ul>
    </details>
  );
}

import { useEffect, useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { leaveFirstView } from '../first-view/leave-first-view.js';
import { useTitle } from './use-title.js';

/**
 * The main part of a page: names it, and takes the focus when one comes here from another page of the app, so that
 * screen readers start where the eye does. An address with a place in it (`#…`) is left to that place.
 */
export function Page({
  title,
  className = 'page page--reading',
  children,
}: Readonly<{ title: string; className?: string; children: ReactNode }>): ReactElement {
  useTitle(title);
  const main = useRef<HTMLElement>(null);
  const { key, hash } = useLocation();
  useLayoutEffect(leaveFirstView, []);
  useEffect(() => {
    // `default` is the first page of a visit: the browser has put the focus right.
    if (key === 'default' || hash !== '') return;
    window.scrollTo({ top: 0, behavior: 'instant' });
    main.current?.focus({ preventScroll: true });
  }, [key, hash]);
  return (
    <main ref={main} id="main" tabIndex={-1} className={className}>
      {children}
    </main>
  );
}

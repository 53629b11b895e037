import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Brings the current entry of a list that scrolls by itself into sight, once it is there: only within the list, the page
 * stays where it is.
 *
 * @returns the ref of the list
 */
export function useCurrentInSight(): RefObject<HTMLElement | null> {
  const list = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const current = list.current?.querySelector('[aria-current="page"]');
    if (!list.current || !current) return;
    const [room, entry] = [list.current.getBoundingClientRect(), current.getBoundingClientRect()];
    const offset = (entry.top + entry.bottom - room.top - room.bottom) / 2;
    if (entry.bottom > room.bottom) list.current.scrollBy({ top: offset, behavior: 'instant' });
  }, []);
  return list;
}

import { useEffect } from 'react';

/** Names the page in the window's title and the browser's history. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? 'Kilim' : `${title} · Kilim`;
  }, [title]);
}

import { DOCUMENT } from '@angular/common';
import { effect, inject } from '@angular/core';

/** Names the window after the page: `Belmora · Kilim`. Call it where a page is made. */
export function titled(name: () => string | undefined): void {
  const document = inject(DOCUMENT);
  effect(() => {
    const words = name();
    document.title = words === undefined ? 'Kilim' : `${words} · Kilim`;
  });
}

import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { plain } from '@kilim/contracts';

/** Hands the reader a file that was made in the browser. */
@Injectable({ providedIn: 'root' })
export class Download {
  private readonly document = inject(DOCUMENT);

  save(name: string, type: string, content: string | Blob): void {
    const address = URL.createObjectURL(new Blob([content], { type }));
    const link = this.document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The download has its own hold on the content once it has begun.
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
}

/** A name made fit for a file: letters, digits and dashes. */
export function fileName(...parts: readonly string[]): string {
  return parts
    .map((part) =>
      plain(part)
        .replace(/[^a-z0-9.]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter((part) => part !== '')
    .join('_');
}

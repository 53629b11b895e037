import { inject, Injectable, signal } from '@angular/core';
import { CopiedParts } from '@kilim/indicators';
import { DOCUMENT } from '@angular/common';

const KEY = 'kilim.parts';

/** What was cut or copied: kept for this window's other drafts, and given to the system's clipboard for other windows. */
@Injectable({ providedIn: 'root' })
export class PartShelf {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly held = signal<CopiedParts | undefined>(this.remembered());

  /** What would be pasted, as far as this window knows. */
  readonly parts = this.held.asReadonly();

  put(parts: CopiedParts): void {
    const text = JSON.stringify(parts);
    this.held.set(parts);
    try {
      this.window?.sessionStorage.setItem(KEY, text);
    } catch {
      // No room or no storage: it can be pasted in this page all the same.
    }
    this.window?.navigator.clipboard?.writeText(text).catch(() => undefined);
  }

  /** Reads what somebody pasted: parts that another window has copied count before those of this one. */
  read(pasted: string | undefined): CopiedParts | undefined {
    const found = pasted === undefined ? undefined : partsIn(pasted);
    return found ?? this.held();
  }

  private remembered(): CopiedParts | undefined {
    try {
      const text = this.window?.sessionStorage.getItem(KEY);
      return text === null || text === undefined ? undefined : partsIn(text);
    } catch {
      // Asking for the storage is refused: nothing was kept.
      return undefined;
    }
  }
}

function partsIn(text: string): CopiedParts | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const parsed = CopiedParts.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // Some other text was copied since.
    return undefined;
  }
}

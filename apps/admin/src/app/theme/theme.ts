import { DOCUMENT } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { themeAfter, themeCookie, themeIn, type Theme as ThemeName } from '@kilim/contracts';

/** The chosen theme: `data-theme` on the document, or nothing for the system's. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<ThemeName>(themeIn(this.document.cookie));

  readonly name = this.chosen.asReadonly();

  /** Wears a theme from now on, on this device, in the cities' form too; where cookies are refused, until the page is left. */
  choose(name: ThemeName): void {
    const { documentElement: root, location } = this.document;
    this.chosen.set(name);
    this.document.cookie = themeCookie(name, location.origin);
    if (name === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = name;
  }

  /** The next of system, light, dark. */
  next(): void {
    this.choose(themeAfter(this.chosen()));
  }
}

import { DOCUMENT } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { remember, remembered } from './remembered';

/** Light, dark, or as the system says. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

/** Where the chosen theme is remembered; index.html reads it before the first paint, the cities' form uses it too. */
const STORAGE_KEY = 'kilim.theme';

/** The chosen theme: `data-theme` on the document, or nothing for the system's. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<ThemeName>(themeNamed(remembered(STORAGE_KEY)));

  readonly name = this.chosen.asReadonly();

  choose(name: ThemeName): void {
    this.chosen.set(name);
    remember(STORAGE_KEY, name === 'system' ? undefined : name);
    if (name === 'system') delete this.root.dataset['theme'];
    else this.root.dataset['theme'] = name;
  }

  /** The next of system, light, dark. */
  next(): void {
    const at = THEMES.indexOf(this.chosen());
    this.choose(THEMES[(at + 1) % THEMES.length] ?? 'system');
  }
}

function themeNamed(name: string | undefined): ThemeName {
  return THEMES.find((theme) => theme === name) ?? 'system';
}

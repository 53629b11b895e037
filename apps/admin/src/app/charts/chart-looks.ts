import { DOCUMENT } from '@angular/common';
import { ApplicationRef, effect, inject, Injectable, Injector, signal, untracked } from '@angular/core';
import { Theme } from '../theme/theme';
import { readLook, type ChartLook } from './chart-look';

/** What the look depends on beside the chosen theme. */
const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'] as const;

/** The look that charts are drawn with, as a signal: the theme that holds now, and light for files. */
@Injectable({ providedIn: 'root' })
export class ChartLooks {
  private readonly document = inject(DOCUMENT);
  private readonly theme = inject(Theme);
  private readonly injector = inject(Injector);
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');
  private readonly current = signal(this.read());

  readonly now = this.current.asReadonly();

  constructor() {
    effect(() => {
      this.theme.name();
      untracked(() => this.current.set(this.read()));
    });
    for (const query of QUERIES)
      matchMedia(query).addEventListener('change', () => this.current.set(this.read()));
    // Printed pages are light, whatever the screen is; the printer does not wait until it suits us.
    matchMedia('print').addEventListener('change', () => {
      this.current.set(this.read());
      this.injector.get(ApplicationRef).tick();
    });
  }

  /** The look of a picture that is taken away: light, and still. */
  ofPaper(): ChartLook {
    const paper = this.document.createElement('div');
    paper.dataset['theme'] = 'light';
    this.document.body.append(paper);
    const look = readLook(paper, true);
    paper.remove();
    return look;
  }

  private read(): ChartLook {
    return readLook(this.document.documentElement, this.calm.matches);
  }
}

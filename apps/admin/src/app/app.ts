import { DOCUMENT, Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationError, Router, RouterOutlet } from '@angular/router';
import { problemOf, type Problem } from './api/problem';
import { Say } from './language/say';
import { problemWords } from './page/problem-words';
import { Session } from './session/session';
import { TopBar } from './shell/top-bar';
import { WaitingPage } from './shell/waiting-page';
import { ProblemPanel } from './ui/problem-panel';

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, TopBar, ProblemPanel, WaitingPage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isDisplaced()) {
      <k-waiting-page />
    } @else if (isSignedIn()) {
      <k-top-bar />
    }
    <main id="main" tabindex="-1" [hidden]="isDisplaced()">
      @if (problem(); as words) {
        <div class="page">
          <k-problem-panel
            [level]="1"
            [heading]="words.heading"
            [detail]="words.detail"
            [detailLanguage]="words.detailLanguage"
            [retry]="say.t('page.retry')"
            (again)="retry()"
          />
        </div>
      }
      <router-outlet />
    </main>
  `,
})
export class App {
  protected readonly say = inject(Say);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly location = inject(Location);
  private readonly path = signal('');
  private readonly failure = signal<{ readonly problem: Problem; readonly url: string } | undefined>(
    undefined,
  );

  /** The page is somebody else's than who is signed in by now: it is kept, and not shown. */
  protected readonly isDisplaced = computed(() => this.session.displaced() !== undefined);
  protected readonly isSignedIn = computed(
    () => this.session.current() !== undefined && !['/sign-in', '/welcome'].includes(this.path()),
  );
  protected readonly problem = computed(() => {
    const failure = this.failure();
    return failure === undefined ? undefined : problemWords(failure.problem, this.say);
  });

  constructor() {
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationEnd) this.arrive(event);
      if (event instanceof NavigationError) {
        this.failure.set({ problem: problemOf(event.error), url: event.url });
      }
    });
  }

  protected retry(): void {
    const url = this.failure()?.url ?? '/';
    // As a whole: where a part of the program is missing, the server may have a newer one by now.
    this.document.location.assign(this.location.prepareExternalUrl(url));
  }

  /** A new page takes the focus, so that screen readers and keyboards begin at its start; a changed view does not. */
  private arrive(event: NavigationEnd): void {
    this.failure.set(undefined);
    const path = event.urlAfterRedirects.split(/[?#]/)[0] ?? '';
    const isFirst = this.path() === '';
    const isSame = pageOf(path) === pageOf(this.path());
    this.path.set(path);
    if (!isFirst && !isSame) this.document.getElementById('main')?.focus({ preventScroll: true });
  }
}

/** Moving from one question of a verification to the next stays on the page. */
function pageOf(path: string): string {
  return path.startsWith('/verification/') ? path.split('/').slice(0, 3).join('/') : path;
}

import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { initialsOf } from '@kilim/contracts';
import { problemOf, type Problem } from '../api/problem';
import type { TextKey } from '../language/text-key';
import { Say } from '../language/say';
import { ProblemMessage } from '../page/problem-message';
import { Session } from '../session/session';
import { Theme } from '../theme/theme';
import { BrandMark } from '../ui/brand-mark';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import { LanguageSwitch } from './language-switch';
import { ThemeButton } from './theme-button';

interface Entry {
  readonly words: TextKey;
  readonly link: string;
}

/** The bar on top: the woven band, the pages one may open, language, theme and account. */
@Component({
  selector: 'k-top-bar',
  imports: [RouterLink, RouterLinkActive, BrandMark, Icon, LanguageSwitch, Menu, ProblemMessage, ThemeButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './top-bar.html',
})
export class TopBar {
  protected readonly say = inject(Say);
  protected readonly theme = inject(Theme);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  protected readonly account = computed(() => this.session.current()?.account);
  protected readonly roles = computed(() =>
    this.say.list(this.session.roles().map((role) => this.say.t(`role.${role}`))),
  );
  protected readonly initials = computed(() => initialsOf(this.account()?.name ?? ''));
  protected readonly isOfCity = computed(() => this.session.current()?.home === '/survey/');
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly entries = computed<readonly Entry[]>(() => {
    const { session } = this;
    return [
      ...(session.may('round:watch') ? [entry('nav.rounds', '/rounds')] : []),
      ...(session.may('assessment:read') ? [entry('nav.cities', '/cities')] : []),
      ...(session.may('finding:write') ? [entry('nav.verification', '/verification')] : []),
      ...(session.may('questionnaire:read') ? [entry('nav.questionnaires', '/questionnaires')] : []),
      entry('nav.published', '/published-figures'),
      ...(session.may('account:read') ? [entry('nav.accounts', '/accounts')] : []),
      ...(session.may('audit:read') ? [entry('nav.history', '/history')] : []),
    ];
  });

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigate(['/sign-in']);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** Moves focus itself: with a base address, a bare #main would be another page. */
  protected skip(event: Event): void {
    event.preventDefault();
    this.document.getElementById('main')?.focus();
  }
}

function entry(words: TextKey, link: string): Entry {
  return { words, link };
}

import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { acceptInvitation, lookAtInvitation, PASSWORD_MINIMUM, passwordFault } from '@kilim/contracts';
import { Attempt } from '../api/attempt';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { ProblemMessage } from '../page/problem-message';
import { titled } from '../page/page-title';
import { BrandMark } from '../ui/brand-mark';
import { LanguageSwitch } from '../shell/language-switch';
import { Session } from './session';

/** Where an invitation leads: choose a password, once, and go to work. The link's token stands behind the #. */
@Component({
  selector: 'k-welcome-page',
  imports: [BrandMark, LanguageSwitch, PageState, ProblemMessage, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './welcome-page.html',
})
export class WelcomePage {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly token = this.document.location.hash.slice(1);

  protected readonly minimum = PASSWORD_MINIMUM;
  /** Whether the link is one at all: mail programs cut long ones. */
  protected readonly isWhole = lookAtInvitation.body?.safeParse({ token: this.token }).success === true;
  protected readonly invitation = resource({
    params: () => (this.isWhole ? {} : undefined),
    loader: () => this.write.send(lookAtInvitation, { body: { token: this.token } }),
  });
  protected readonly password = signal('');
  protected readonly isVisible = signal(false);
  protected readonly isTried = signal(false);
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;

  constructor() {
    titled(() => this.say.t('welcome.title'));
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.password.set(event.target.value);
  }

  /** Why the password would not be taken; undefined when it would. */
  protected fault(): string | undefined {
    if (!this.invitation.hasValue()) return undefined;
    const { name, email } = this.invitation.value();
    const fault = passwordFault(this.password(), [name, email]);
    return fault === undefined ? undefined : this.say.t(`password.${fault}`, { minimum: this.minimum });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    if (this.fault() !== undefined) return;
    await this.attempt.run(async () => {
      const body = { token: this.token, password: this.password() };
      const { home } = await this.write.send(acceptInvitation, { body });
      this.session.forget();
      if (home === '/survey/') this.document.location.assign(home);
      else await this.router.navigateByUrl('/');
    });
  }
}

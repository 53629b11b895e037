import { DOCUMENT } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { acceptInvitation, lookAtInvitation, PASSWORD_MINIMUM, passwordFault } from '@kilim/contracts';
import { Attempt } from '../api/attempt';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { ProblemMessage } from '../page/problem-message';
import { titled } from '../page/page-title';
import { BrandMark } from '../ui/brand-mark';
import { Control, Field } from '../ui/field';
import { wrongFieldFinder } from '../ui/focus-mover';
import { LanguageSwitch } from '../shell/language-switch';
import { Session } from './session';

/** Where an invitation leads: choose a password, once, and go to work. The link's token stands behind the #. */
@Component({
  selector: 'k-welcome-page',
  imports: [BrandMark, Control, Field, LanguageSwitch, PageState, ProblemMessage, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './welcome-page.html',
})
export class WelcomePage {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  /** A newer link may be opened where an older one is on the screen: everything below begins anew with it. */
  private readonly token = computed(() => this.fragment() ?? '');

  protected readonly minimum = PASSWORD_MINIMUM;
  /** Whether the link is one at all: mail programs cut long ones. */
  protected readonly isWhole = computed(
    () => lookAtInvitation.body?.safeParse({ token: this.token() }).success === true,
  );
  protected readonly invitation = resource({
    params: () => (this.isWhole() ? { token: this.token() } : undefined),
    loader: ({ params }) => this.write.send(lookAtInvitation, { body: params }),
  });
  protected readonly password = linkedSignal({ source: this.token, computation: () => '' });
  protected readonly isVisible = signal(false);
  protected readonly isTried = linkedSignal({ source: this.token, computation: () => false });
  private readonly findWrongField = wrongFieldFinder();
  private readonly attempt = linkedSignal({ source: this.token, computation: () => new Attempt() });
  protected readonly isBusy = computed(() => this.attempt().isBusy());
  protected readonly problem = computed(() => this.attempt().problem());

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
    if (this.fault() !== undefined) {
      this.findWrongField();
      return;
    }
    await this.attempt().run(async () => {
      const body = { token: this.token(), password: this.password() };
      const { home } = await this.write.send(acceptInvitation, { body });
      this.session.forget();
      if (home === '/survey/') this.document.location.assign(home);
      else await this.router.navigateByUrl('/');
    });
  }
}

import { DOCUMENT } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  type OnInit,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import type { Session as SessionOfContract } from '@kilim/contracts';
import { Attempt } from '../api/attempt';
import { Say } from '../language/say';
import { ProblemMessage } from '../page/problem-message';
import { titled } from '../page/page-title';
import { LanguageSwitch } from '../shell/language-switch';
import { ThemeButton } from '../shell/theme-button';
import { BrandMark } from '../ui/brand-mark';
import { Icon } from '../ui/icon';
import { Rug } from '../ui/rug';
import { INVENTED_ROUND } from './invented-round';
import { Session } from './session';

/** Signing in, beside the rug. Afterwards one is where one wanted to be, or where one's work is. */
@Component({
  selector: 'k-sign-in-page',
  imports: [BrandMark, Icon, LanguageSwitch, ProblemMessage, Rug, ThemeButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in-page.html',
})
export class SignInPage implements OnInit {
  protected readonly say = inject(Say);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  /** The address that was wanted before signing in. */
  readonly to = input<string>();
  /** Set when a session ended in the middle of the work. */
  readonly ended = input<string>();

  protected readonly email = signal('');
  protected readonly password = signal('');
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;
  /** Which fields are empty, once somebody tried. */
  protected readonly missing = signal<{ readonly email: boolean; readonly password: boolean }>({
    email: false,
    password: false,
  });
  protected readonly rug = INVENTED_ROUND;
  private readonly emailField = viewChild.required<ElementRef<HTMLInputElement>>('emailField');
  private readonly passwordField = viewChild.required<ElementRef<HTMLInputElement>>('passwordField');

  constructor() {
    titled(() => this.say.t('signIn.title'));
  }

  async ngOnInit(): Promise<void> {
    try {
      const known = await this.session.find();
      if (known !== undefined) await this.goOn(known);
    } catch {
      // Without an answer from the server the form stands, and signing in will say what is wrong.
      this.problem.set(undefined);
    }
  }

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy() || !this.isFilled()) return;
    await this.attempt.run(async () => {
      await this.goOn(await this.session.signIn(this.email().trim(), this.password()));
    });
  }

  private isFilled(): boolean {
    const missing = { email: this.email().trim() === '', password: this.password() === '' };
    this.missing.set(missing);
    if (missing.email) this.emailField().nativeElement.focus();
    else if (missing.password) this.passwordField().nativeElement.focus();
    return !missing.email && !missing.password;
  }

  private async goOn(session: SessionOfContract): Promise<void> {
    const wanted = this.to();
    // Only addresses within this application: anything else would send people elsewhere.
    if (wanted !== undefined && /^\/(?![/\\])/.test(wanted)) await this.router.navigateByUrl(wanted);
    else if (session.home === '/survey/') this.document.location.assign(session.home);
    else await this.router.navigateByUrl('/');
  }
}

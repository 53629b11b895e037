import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input, type OnInit, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Session as SessionOfContract } from '@kilim/contracts';
import { Attempt } from '../api/attempt';
import { Say } from '../language/say';
import { ProblemMessage } from '../page/problem-message';
import { titled } from '../page/page-title';
import { LanguageSwitch } from '../shell/language-switch';
import { ThemeButton } from '../shell/theme-button';
import { BrandMark } from '../ui/brand-mark';
import { Control, Field } from '../ui/field';
import { wrongFieldFinder } from '../ui/focus-mover';
import { Icon } from '../ui/icon';
import { Rug } from '../ui/rug';
import { INVENTED_ROUND } from './invented-round';
import { Session } from './session';

/** Signing in, beside the rug. Afterwards one is where one wanted to be, or where one's work is. */
@Component({
  selector: 'k-sign-in-page',
  imports: [BrandMark, Control, Field, Icon, LanguageSwitch, ProblemMessage, Rug, ThemeButton],
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
  private readonly findWrongField = wrongFieldFinder();

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
    const isFilled = !missing.email && !missing.password;
    if (!isFilled) this.findWrongField();
    return isFilled;
  }

  private async goOn(session: SessionOfContract): Promise<void> {
    const wanted = this.to();
    // Only addresses within this application: anything else would send people elsewhere.
    if (wanted !== undefined && /^\/(?![/\\])/.test(wanted)) await this.router.navigateByUrl(wanted);
    else if (session.home === '/survey/') this.document.location.assign(session.home);
    else await this.router.navigateByUrl('/');
  }
}

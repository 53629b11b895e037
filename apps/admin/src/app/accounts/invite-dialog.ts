import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import {
  INTERFACE_LANGUAGES,
  inviteAccount,
  nearestLanguage,
  type Account,
  type GrantPlace,
  type InterfaceLanguage,
  type Invitation,
  type NewMembership,
} from '@kilim/contracts';
import { Attempt } from '../api/attempt';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { ProblemMessage } from '../page/problem-message';
import { Dialog } from '../ui/dialog';
import { Control, Field } from '../ui/field';
import { focusMover, wrongFieldFinder } from '../ui/focus-mover';
import { InvitationLink } from './invitation-link';
import { MembershipForm } from './membership-form';

/** Adds somebody with a first role, and shows the link for them once. */
@Component({
  selector: 'k-invite-dialog',
  imports: [Control, Dialog, Field, InvitationLink, MembershipForm, ProblemMessage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invite-dialog.html',
})
export class InviteDialog {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  readonly places = input.required<readonly GrantPlace[]>();
  readonly added = output<Account>();
  readonly closed = output();

  protected readonly languages = INTERFACE_LANGUAGES;
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly language = signal<InterfaceLanguage>(this.say.language());
  protected readonly membership = signal<NewMembership | undefined>(undefined);
  protected readonly isTried = signal(false);
  private readonly moveFocus = focusMover();
  private readonly findWrongField = wrongFieldFinder();
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;
  protected readonly done = signal<
    { readonly account: Account; readonly invitation?: Invitation } | undefined
  >(undefined);

  protected text(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }

  protected choose(event: Event): void {
    const wanted = event.target instanceof HTMLSelectElement ? event.target.value : '';
    this.language.set(nearestLanguage([wanted]));
  }

  protected isAddress(): boolean {
    return /^\S+@\S+\.\S+$/.test(this.email().trim());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    const membership = this.membership();
    if (this.name().trim() === '' || !this.isAddress() || membership === undefined) {
      this.findWrongField();
      return;
    }
    await this.attempt.run(async () => {
      const body = {
        ...{ name: this.name().trim(), email: this.email().trim(), language: this.language() },
        membership,
      };
      const { account, invitation } = await this.write.send(inviteAccount, { body });
      this.done.set({ account, ...(invitation && { invitation }) });
      this.added.emit(account);
      this.moveFocus(invitation ? 'invitation-made' : 'invite-known');
    });
  }
}

import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import {
  endMembership,
  grantMembership,
  inviteAccount,
  listAccounts,
  listGrantPlaces,
  renewInvitation,
  setAccountState,
  type Account,
  type GivenRole,
  type HeldMembership,
  type Invitation,
  type NewMembership,
} from '@kilim/contracts';
import { Attempt } from '../api/attempt';
import { read } from '../api/read';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { ProblemMessage } from '../page/problem-message';
import { titled } from '../page/page-title';
import { Dialog } from '../ui/dialog';
import { focusMover, wrongFieldFinder } from '../ui/focus-mover';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { HandedSections } from './handed-sections';
import { InvitationLink } from './invitation-link';
import { lastKnown } from './last-known';
import { MembershipForm } from './membership-form';
import { membershipWords } from './membership-words';

/** What is to be confirmed before it is done. */
type Asked = { readonly kind: 'disable' } | { readonly kind: 'end'; readonly held: HeldMembership };

/** One person: roles given and taken, the account shut and opened, a new link to choose a password. */
@Component({
  selector: 'k-account-page',
  imports: [
    Dialog,
    HandedSections,
    Icon,
    InvitationLink,
    MembershipForm,
    PageHeader,
    PageState,
    ProblemMessage,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account-page.html',
})
export class AccountPage {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  /** From the address. */
  readonly accountId = input.required<string>();

  protected readonly accounts = read(listAccounts, () => ({}));
  protected readonly places = read(listGrantPlaces, () => ({}));
  private readonly listed = computed(() =>
    this.accounts.hasValue() ? this.accounts.value().accounts : undefined,
  );
  protected readonly account = linkedSignal<readonly Account[] | undefined, Account | undefined>({
    source: this.listed,
    computation: (listed, before) => lastKnown(this.accountId(), listed, before?.value),
  });
  /** The last role within the reader's reach has been taken away: the list leads here no longer. */
  protected readonly isOutOfReach = computed(
    () => this.listed()?.every(({ id }) => id !== this.accountId()) === true,
  );
  protected readonly asked = signal<Asked | undefined>(undefined);
  protected readonly membership = signal<NewMembership | undefined>(undefined);
  protected readonly isMissing = signal(false);
  /** Each has a problem of its own: what is wrong is told where it was wanted. */
  protected readonly heading = new Attempt();
  protected readonly confirming = new Attempt();
  protected readonly granting = new Attempt();
  protected readonly invitation = signal<Invitation | undefined>(undefined);
  /** In words, at the head of the page and where roles are given. */
  protected readonly done = signal('');
  protected readonly granted = signal('');
  private readonly moveFocus = focusMover();
  private readonly findWrongField = wrongFieldFinder();
  /** Made anew after each role that was given. */
  protected readonly forms = signal([0]);

  constructor() {
    titled(() => this.account()?.name ?? this.say.t('accounts.title'));
  }

  protected words(held: HeldMembership): string {
    return membershipWords(held, this.say);
  }

  protected ask(step: Asked): void {
    this.confirming.problem.set(undefined);
    this.asked.set(step);
  }

  protected grant(): Promise<void> {
    const body = this.membership();
    this.isMissing.set(body === undefined);
    if (body === undefined) {
      this.findWrongField();
      return Promise.resolve();
    }
    return this.act(this.granting, async () => {
      const person = this.account();
      const { account, invitation } =
        person !== undefined && this.isOutOfReach()
          ? await this.addAgain(person, body)
          : await this.write.send(grantMembership, { params: { accountId: this.accountId() }, body });
      // Of somebody without a password a link that was shown before is over; any other still holds.
      if (account.state === 'invited') this.show(invitation);
      this.granted.set(this.say.t('grant.done'));
      this.membership.set(undefined);
      this.forms.update(([last = 0]) => [last + 1]);
    });
  }

  protected end({ id: membershipId }: HeldMembership): Promise<void> {
    const params = { accountId: this.accountId(), membershipId };
    return this.act(this.confirming, async () => {
      await this.write.send(endMembership, { params });
      this.done.set(this.say.t('accounts.ended'));
      this.asked.set(undefined);
      this.moveFocus('roles-heading');
    });
  }

  protected setDisabled(isDisabled: boolean): Promise<void> {
    const params = { accountId: this.accountId() };
    return this.act(isDisabled ? this.confirming : this.heading, async () => {
      await this.write.send(setAccountState, { params, body: { isDisabled } });
      this.done.set(this.say.t(isDisabled ? 'accounts.disabled' : 'accounts.enabled'));
      this.asked.set(undefined);
      this.moveFocus('account-done');
    });
  }

  protected renew(): Promise<void> {
    return this.act(this.heading, async () => {
      const params = { accountId: this.accountId() };
      this.show(await this.write.send(renewInvitation, { params }));
      this.done.set(this.say.t('accounts.renewed'));
    });
  }

  /** A link is shown once, at the head of the page: whoever made it has to see it. */
  private show(invitation: Invitation | undefined): void {
    this.invitation.set(invitation);
    if (invitation !== undefined) this.moveFocus('invitation-made');
  }

  /** Who is out of reach is let in as anybody is whose address is known: with a link only for want of a password. */
  private addAgain({ name, email, language }: Account, membership: NewMembership): Promise<GivenRole> {
    return this.write.send(inviteAccount, { body: { name, email, language, membership } });
  }

  private async act(attempt: Attempt, work: () => Promise<void>): Promise<void> {
    await attempt.run(async () => {
      this.done.set('');
      this.granted.set('');
      await work();
      this.accounts.reload();
    });
  }
}

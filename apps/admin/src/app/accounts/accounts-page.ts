import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AccountState, listAccounts, listGrantPlaces, Role, type Account } from '@kilim/contracts';
import { read } from '../api/read';
import { plain } from '../language/plain';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { InviteDialog } from './invite-dialog';
import { membershipWords } from './membership-words';

/** Who works here, within the reader's reach: found by name, narrowed to a role or state, and added. */
@Component({
  selector: 'k-accounts-page',
  imports: [Icon, InviteDialog, PageHeader, PageState, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './accounts-page.html',
})
export class AccountsPage {
  protected readonly say = inject(Say);
  private readonly router = inject(Router);

  /** From the address. */
  readonly find = input<string>();
  readonly role = input<string>();
  readonly state = input<string>();

  protected readonly accounts = read(listAccounts, () => ({}));
  protected readonly places = read(listGrantPlaces, () => ({}));
  protected readonly isInviting = signal(false);
  protected readonly roles = Role.options;
  protected readonly states = AccountState.options;
  protected readonly shown = computed(() => {
    const all = this.accounts.hasValue() ? this.accounts.value().accounts : [];
    const names = new Intl.Collator(this.say.language());
    const [wanted, role, state] = [plain(this.find() ?? ''), this.role(), this.state()];
    return all
      .filter((account) => state === undefined || account.state === state)
      .filter(({ memberships }) => role === undefined || memberships.some((held) => held.role === role))
      .map((account) => ({ account, held: this.held(account) }))
      .filter(({ account, held }) =>
        [account.name, account.email, ...held].some((words) => plain(words).includes(wanted)),
      )
      .sort((a, b) => names.compare(a.account.name, b.account.name));
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    titled(() => this.say.t('accounts.title'));
  }

  protected type(event: Event): void {
    const words = event.target instanceof HTMLInputElement ? event.target.value.trim() : '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look({ find: words === '' ? null : words }, true), 150);
  }

  protected choose(part: 'role' | 'state', event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    this.look({ [part]: value === '' ? null : value });
  }

  protected seen({ lastSeenAt }: Account): string {
    return lastSeenAt === undefined ? this.say.t('accounts.seen.never') : this.say.moment(lastSeenAt);
  }

  private held({ memberships }: Account): readonly string[] {
    return memberships.map((membership) => membershipWords(membership, this.say));
  }

  private look(queryParams: Readonly<Record<string, string | null>>, replaceUrl = false): void {
    void this.router.navigate([], {
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl,
      scroll: 'manual',
    });
  }
}

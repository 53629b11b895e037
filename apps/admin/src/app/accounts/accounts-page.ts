import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  AccountState,
  listAccounts,
  listGrantPlaces,
  plain,
  Role,
  type Account,
  type HeldMembership,
} from '@kilim/contracts';
import { read } from '../api/read';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { ChoiceBox, type Choice } from '../page/choice-box';
import { FindBox } from '../page/find-box';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { HandedSections } from './handed-sections';
import { InviteDialog } from './invite-dialog';
import { membershipWords } from './membership-words';

/** A role that somebody has, and how it is told. */
interface Held {
  readonly membership: HeldMembership;
  readonly words: string;
}

/** Who works here, within the reader's reach: found by name, narrowed to a role or state, and added. */
@Component({
  selector: 'k-accounts-page',
  imports: [ChoiceBox, FindBox, HandedSections, Icon, InviteDialog, PageHeader, PageState, RouterLink],
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
  protected readonly roles = computed((): readonly Choice[] =>
    Role.options.map((value) => ({ value, words: this.say.t(`role.${value}`) })),
  );
  protected readonly states = computed((): readonly Choice[] =>
    AccountState.options.map((value) => ({ value, words: this.say.t(`accounts.state.${value}`) })),
  );
  protected readonly shown = computed(() => {
    const all = this.accounts.hasValue() ? this.accounts.value().accounts : [];
    const names = new Intl.Collator(this.say.language());
    const [wanted, role, state] = [plain(this.find() ?? ''), this.role(), this.state()];
    return all
      .filter((account) => state === undefined || account.state === state)
      .filter(({ memberships }) => role === undefined || memberships.some((held) => held.role === role))
      .map((account) => ({ account, held: this.held(account) }))
      .filter(({ account, held }) =>
        [account.name, account.email, ...held.map(({ words }) => words)].some((words) =>
          plain(words).includes(wanted),
        ),
      )
      .sort((a, b) => names.compare(a.account.name, b.account.name));
  });

  constructor() {
    titled(() => this.say.t('accounts.title'));
  }

  protected seen({ lastSeenAt }: Account): string {
    return lastSeenAt === undefined ? this.say.t('accounts.seen.never') : this.say.moment(lastSeenAt);
  }

  private held({ memberships }: Account): readonly Held[] {
    return memberships.map((membership) => ({ membership, words: membershipWords(membership, this.say) }));
  }

  /** @param isTyped one step back should not undo one letter */
  protected look(to: Readonly<Record<string, string | undefined>>, isTyped = false): void {
    void this.router.navigate([], {
      queryParams: Object.fromEntries(Object.entries(to).map(([part, value]) => [part, value ?? null])),
      queryParamsHandling: 'merge',
      replaceUrl: isTyped,
      scroll: 'manual',
    });
  }
}

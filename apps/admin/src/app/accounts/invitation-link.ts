import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { Invitation } from '@kilim/contracts';
import { Say } from '../language/say';
import { Icon } from '../ui/icon';

/** A link to choose a password, shown this once: it has to be handed on now. */
@Component({
  selector: 'k-invitation-link',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="msg msg--ok" role="status">
      <svg kIcon="check"></svg>
      <div class="min-0">
        <p id="invitation-made" tabindex="-1">
          <b>{{ say.t('invitation.made', { name: name() }) }}</b>
        </p>
        <p>{{ say.t('invitation.once', { moment: say.moment(invitation().expiresAt) }) }}</p>
        <p class="row above-2">
          <label class="sr" for="invitation-link">{{ say.t('invitation.link') }}</label>
          <input
            #field
            id="invitation-link"
            class="in in--tool grow"
            readonly
            [value]="link()"
            (focus)="field.select()"
          />
          <button type="button" class="btn btn--s" (click)="copy(field)">
            <svg kIcon="copy"></svg>{{ say.t('invitation.copy') }}
          </button>
        </p>
        <p class="live faint" role="status">{{ copied() ? say.t('invitation.copied') : '' }}</p>
      </div>
    </div>
  `,
})
export class InvitationLink {
  protected readonly say = inject(Say);
  private readonly document = inject(DOCUMENT);
  readonly invitation = input.required<Invitation>();
  readonly name = input.required<string>();

  protected readonly copied = signal(false);
  /** The token stands behind the #, so it reaches no server's log. */
  protected readonly link = computed(
    () => `${this.document.location.origin}/admin/welcome#${this.invitation().token}`,
  );

  protected async copy(field: HTMLInputElement): Promise<void> {
    field.select();
    try {
      await navigator.clipboard.writeText(this.link());
      this.copied.set(true);
    } catch {
      // Without a secure connection the browser refuses: the words are selected, the keyboard can copy them.
      this.copied.set(false);
    }
  }
}

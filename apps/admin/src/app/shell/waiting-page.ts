import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { Say } from '../language/say';
import { Session } from '../session/session';

/**
 * Stands before a page whose account is not signed in in this browser any more. Nobody else sees it or records anything
 * on it; as soon as its own account is back, in whichever window, it goes on as it was.
 */
@Component({
  selector: 'k-waiting-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog
      #box
      class="dialog"
      aria-labelledby="waiting-page"
      (cancel)="$event.preventDefault()"
      (close)="show()"
    >
      <div class="dialog__head">
        <h2 id="waiting-page">
          @if (session.displaced()?.by; as name) {
            {{ say.t('displaced.other', { name }) }}
          } @else {
            {{ say.t('displaced.nobody') }}
          }
        </h2>
      </div>
      <div class="dialog__body stack">
        <p>{{ say.t('displaced.kept', { name: own() }) }}</p>
      </div>
      <div class="dialog__actions">
        @if (session.displaced()?.by; as name) {
          <button type="button" class="btn btn--go" (click)="goOn()">
            {{ say.t('displaced.goOn', { name }) }}
          </button>
        } @else {
          <button type="button" class="btn btn--go" (click)="signIn()">{{ say.t('signIn.go') }}</button>
        }
      </div>
    </dialog>
  `,
})
export class WaitingPage {
  protected readonly say = inject(Say);
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly box = viewChild.required<ElementRef<HTMLDialogElement>>('box');

  constructor() {
    afterNextRender({ write: () => this.show() });
  }

  /** It is nobody's to close: some browsers close a dialog at the second Escape, whatever one says. */
  protected show(): void {
    this.box().nativeElement.showModal();
  }

  protected own(): string {
    return this.session.current()?.account.name ?? '';
  }

  /** All of it anew, for whoever is signed in now. */
  protected goOn(): void {
    this.document.location.reload();
  }

  protected signIn(): void {
    const to = this.router.url;
    this.session.end();
    void this.router.navigate(['/sign-in'], { queryParams: { to } });
  }
}

import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  output,
  signal,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { plain } from '@kilim/contracts';
import { findPart, partsWithin, type PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Dialog } from '../../ui/dialog';
import { DraftDesk } from '../desk/draft-desk';
import { typed } from '../forms/typed';

const MOST = 12;
const OPENED = new Set([
  'sections',
  'questions',
  'indicators',
  'composites',
  'indices',
  'validations',
  'glossary',
]);

/** Leads to any part by its code or words: type, Enter. */
@Component({
  selector: 'k-jump-dialog',
  imports: [Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-dialog [heading]="say.t('jump.title')" [closeWord]="say.t('dialog.close')" (closed)="closed.emit()">
      <div class="field">
        <label for="jump">{{ say.t('jump.label') }}</label>
        <input
          #field
          id="jump"
          class="in in--l"
          type="search"
          autocomplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-controls="jump-list"
          [attr.aria-expanded]="found().length > 0"
          [attr.aria-activedescendant]="found().length > 0 ? 'jump-' + at() : null"
          (input)="search(typed($event))"
          (keydown)="key($event)"
        />
      </div>
      <div id="jump-list" class="menu-panel jump" role="listbox" [attr.aria-label]="say.t('jump.label')">
        @for (part of found(); track part.address) {
          <button
            type="button"
            role="option"
            tabindex="-1"
            [id]="'jump-' + $index"
            [attr.aria-selected]="$index === at()"
            (click)="picked.emit(part.address)"
          >
            {{ part.name }}
          </button>
        }
      </div>
      <p class="hint" role="status">{{ say.n('jump.count', matches().length) }}</p>
    </k-dialog>
  `,
})
export class JumpDialog {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly picked = output<PartAddress>();
  readonly closed = output();
  protected readonly typed = typed;
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly at = signal(0);
  private readonly find = signal('');
  private readonly all = computed(() => {
    const [document, book] = [this.desk.document(), this.desk.book()];
    if (!document || !book) return [];
    return [...partsWithin('questionnaire', document.questionnaire)]
      .filter(({ address }) => {
        const list = findPart(document.questionnaire, address)?.steps.at(-1)?.list;
        return list !== undefined && OPENED.has(list);
      })
      .map(({ address }) => {
        const name = book.named(address);
        return { address, name, code: plain(book.code(address)), text: plain(name) };
      });
  });
  /** Codes that begin with what was typed come first. */
  protected readonly matches = computed(() => {
    const wanted = plain(this.find()).trim();
    if (wanted === '') return this.all();
    const words = wanted.split(/\s+/);
    const fitting = this.all().filter(({ text }) => words.every((word) => text.includes(word)));
    const byCode = fitting.filter(({ code }) => code.startsWith(wanted));
    return [...byCode, ...fitting.filter((part) => !byCode.includes(part))];
  });
  protected readonly found = computed(() => this.matches().slice(0, MOST));

  constructor() {
    // Once the dialog is open, which puts the focus on its cross.
    afterNextRender({
      read: () => {
        this.field().nativeElement.focus();
      },
    });
  }

  protected search(text: string): void {
    this.find.set(text);
    this.at.set(0);
  }

  protected key(event: KeyboardEvent): void {
    const last = this.found().length - 1;
    if (event.key === 'ArrowDown') this.at.update((at) => Math.min(last, at + 1));
    else if (event.key === 'ArrowUp') this.at.update((at) => Math.max(0, at - 1));
    else if (event.key === 'Enter') {
      const part = this.found()[this.at()];
      if (part) this.picked.emit(part.address);
    } else return;
    event.preventDefault();
  }
}

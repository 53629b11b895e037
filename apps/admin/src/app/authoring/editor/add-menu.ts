import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import type { PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import { QUESTION_KINDS, type NewPart } from '../tree/part-kinds';

/** What can be added, behind one button. */
@Component({
  selector: 'k-add-menu',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './add-menu.html',
  host: { '(keydown.escape)': 'close()' },
})
export class AddMenu {
  protected readonly say = inject(Say);
  /** The part beside which it is added. */
  readonly near = input<PartAddress>();
  readonly added = output<NewPart>();
  protected readonly kinds = QUESTION_KINDS;
  protected readonly others = ['section', 'indicator', 'composite', 'index', 'validation', 'term'] as const;
  private readonly menu = viewChild.required<ElementRef<HTMLDetailsElement>>('menu');

  protected add(what: NewPart): void {
    this.menu().nativeElement.open = false;
    this.added.emit(what);
  }

  protected left(event: FocusEvent): void {
    const inside =
      event.relatedTarget instanceof Node && this.menu().nativeElement.contains(event.relatedTarget);
    // A press on what cannot take the focus is no leaving.
    if (!inside && event.relatedTarget !== null) this.menu().nativeElement.open = false;
  }

  protected close(): void {
    const menu = this.menu().nativeElement;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
}

import { ChangeDetectionStrategy, Component, inject, input, output, viewChild } from '@angular/core';
import type { PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import { Menu } from '../../ui/menu';
import { QUESTION_KINDS, type NewPart } from '../tree/part-kinds';

/** What can be added, behind one button. */
@Component({
  selector: 'k-add-menu',
  imports: [Icon, Menu],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './add-menu.html',
})
export class AddMenu {
  protected readonly say = inject(Say);
  /** The part beside which it is added. */
  readonly near = input<PartAddress>();
  readonly added = output<NewPart>();
  protected readonly kinds = QUESTION_KINDS;
  protected readonly others = ['section', 'indicator', 'composite', 'index', 'validation', 'term'] as const;
  private readonly menu = viewChild.required(Menu);

  protected add(what: NewPart): void {
    this.menu().close();
    this.added.emit(what);
  }
}

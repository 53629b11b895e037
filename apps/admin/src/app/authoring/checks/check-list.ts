import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { warningKeyOf, type DraftChange, type DraftFault, type PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { focusMover } from '../../ui/focus-mover';
import { Icon } from '../../ui/icon';
import { DraftDesk } from '../desk/draft-desk';
import { idsWithin } from '../tree/part-removal';
import { AcceptDialog } from './accept-dialog';
import { DraftChecks } from './draft-checks';
import { faultName, faultWhere } from './fault-words';
import { mendOf } from './mends';

/** How many are listed until somebody asks for all. */
const AT_FIRST = 30;

/** Several lists may be on one page. */
let lists = 0;

/** A fault with what can be done about it. */
interface Line {
  readonly fault: DraftFault;
  readonly name: string;
  readonly where: string;
  readonly canMend: boolean;
}

/** What the checks say: of one part and all that is in it, or of the whole draft. Each leads to its place. */
@Component({
  selector: 'k-check-list',
  imports: [AcceptDialog, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './check-list.html',
})
export class CheckList {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  private readonly checks = inject(DraftChecks);
  /** Only what is about this part; absent: everything. */
  readonly part = input<PartAddress>();
  readonly opened = output<DraftFault>();

  private readonly moveFocus = focusMover();
  protected readonly listId = `checks-${String(++lists)}`;
  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly isKnown = computed(() => this.checks.faults() !== undefined);
  protected readonly isAll = signal(false);
  protected readonly accepting = signal<DraftFault | undefined>(undefined);
  private readonly own = computed(() => {
    const [part, document, faults] = [this.part(), this.desk.document(), this.checks.faults() ?? []];
    if (part === undefined || document === undefined) return faults;
    if (part === 'questionnaire') return faults.filter((fault) => fault.part === part);
    const within = new Set(idsWithin(document, part));
    return faults.filter((fault) => within.has(fault.part));
  });
  protected readonly open = computed(() => this.own().filter(({ accepted }) => accepted === undefined));
  protected readonly accepted = computed(() => this.own().filter(({ accepted }) => accepted !== undefined));
  protected readonly lines = computed<readonly Line[]>(() => {
    const [document, book] = [this.desk.document(), this.desk.book()];
    if (!document || !book) return [];
    return this.open()
      .slice(0, this.isAll() ? undefined : AT_FIRST)
      .map((fault) => ({
        fault,
        name: faultName(fault, this.say),
        where: faultWhere(fault, book, this.say),
        canMend: mendOf(document, fault, this.desk.digest) !== undefined,
      }));
  });

  protected where(fault: DraftFault): string {
    const book = this.desk.book();
    return book ? faultWhere(fault, book, this.say) : '';
  }

  protected nameOf(fault: DraftFault): string {
    return faultName(fault, this.say);
  }

  /** What is settled leaves the list, and the button with it. */
  private settle(changes: readonly DraftChange[]): void {
    this.desk.edit(changes);
    this.moveFocus(this.listId);
  }

  protected mend(fault: DraftFault): void {
    const document = this.desk.document();
    const changes = document && mendOf(document, fault, this.desk.digest);
    if (changes) this.settle(changes);
  }

  protected accept(fault: DraftFault, reason: string): void {
    this.accepting.set(undefined);
    this.settle([{ op: 'accept', warning: warningKeyOf(fault), reason }]);
  }

  protected object(fault: DraftFault): void {
    this.settle([{ op: 'accept', warning: warningKeyOf(fault), was: fault.accepted }]);
  }
}

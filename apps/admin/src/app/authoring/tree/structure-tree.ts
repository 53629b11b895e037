import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import { treeCommand, type TreeCommand } from './tree-keys';
import type { TreeRow } from './tree-row';

/** Lines drawn beyond what can be seen, so that scrolling never shows a gap. */
const SPARE = 10;

/** Where dragged parts would go. */
export interface Drop {
  readonly row: TreeRow;
  readonly side: 'before' | 'after';
}

/**
 * The tree of a draft: one tab stop, arrow keys inside, several lines can be chosen. Only the lines in sight are in the
 * page, however many there are.
 */
@Component({
  selector: 'k-structure-tree',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './structure-tree.html',
})
export class StructureTree {
  protected readonly say = inject(Say);
  readonly rows = input.required<readonly TreeRow[]>();
  /** The part that is open beside the tree. */
  readonly current = input<PartAddress>();
  readonly mayEdit = input(false);
  /** Parts with something to mend in them, and how bad it is. */
  readonly faults = input<ReadonlyMap<PartAddress, 'error' | 'warning'>>(new Map());

  readonly opened = output<TreeRow>();
  readonly toggled = output<{ readonly row: TreeRow; readonly isOpen: boolean }>();
  /** A command about the chosen lines, or the active one. */
  readonly commanded = output<{ readonly command: TreeCommand; readonly rows: readonly TreeRow[] }>();
  readonly pasted = output<{ readonly near: TreeRow | undefined; readonly text: string | undefined }>();
  readonly dropped = output<{ readonly rows: readonly TreeRow[]; readonly drop: Drop }>();

  private readonly room = viewChild.required<ElementRef<HTMLElement>>('room');
  private readonly scrolled = signal(0);
  private readonly height = signal(600);
  private readonly line = signal(32);
  protected readonly active = linkedSignal<readonly TreeRow[], string | undefined>({
    source: this.rows,
    computation: (rows, previous) =>
      rows.some(({ key }) => key === previous?.value)
        ? previous?.value
        : (rows.find(({ part }) => part === this.current())?.key ?? rows[0]?.key),
  });
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly drop = signal<Drop | undefined>(undefined);
  private dragged: readonly TreeRow[] = [];
  /** The open part that the keys went along with last; from there they walk by themselves. */
  private followed: PartAddress | undefined;

  private readonly activeAt = computed(() => this.rows().findIndex(({ key }) => key === this.active()));
  protected readonly from = computed(() => Math.max(0, Math.floor(this.scrolled() / this.line()) - SPARE));
  protected readonly shown = computed(() => {
    const count = Math.ceil(this.height() / this.line()) + 2 * SPARE;
    return this.rows().slice(this.from(), this.from() + count);
  });
  protected readonly activeId = computed(() => {
    const at = this.activeAt() - this.from();
    return at >= 0 && at < this.shown().length ? `row-${String(this.activeAt())}` : null;
  });

  constructor() {
    afterRenderEffect(() => {
      const room = this.room().nativeElement;
      this.height.set(room.clientHeight);
      const line = room.querySelector<HTMLElement>('[role=treeitem]')?.offsetHeight;
      if (line !== undefined && line > 0) this.line.set(line);
    });
    afterRenderEffect(() => {
      const part = this.current();
      const row = this.rows().find((each) => each.part === part);
      if (row === undefined || part === this.followed) return;
      this.followed = part;
      untracked(() => {
        if (this.activeRow()?.part !== part) this.go(row);
      });
    });
  }

  protected scroll(): void {
    this.scrolled.set(this.room().nativeElement.scrollTop);
  }

  protected click(event: MouseEvent): void {
    const row = this.rowAt(event.target);
    if (row === undefined) return;
    if (event.target instanceof Element && event.target.closest('.tree__turn'))
      return this.turn(row, !row.isOpen);
    if (event.ctrlKey || event.metaKey) this.choose(row);
    else if (event.shiftKey) this.chooseTo(row);
    else {
      this.chosen.set(new Set());
      this.active.set(row.key);
      this.openRow(row);
    }
  }

  protected key(event: KeyboardEvent): void {
    const command = treeCommand(event);
    const row = this.activeRow();
    if (command === undefined || row === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.run(command, row);
  }

  protected paste(event: ClipboardEvent): void {
    event.preventDefault();
    this.pasted.emit({ near: this.activeRow(), text: event.clipboardData?.getData('text/plain') });
  }

  protected dragStart(event: DragEvent): void {
    const row = this.rowAt(event.target);
    if (row === undefined || !this.mayEdit() || row.kind === 'group') return event.preventDefault();
    if (!this.chosen().has(row.key)) this.chosen.set(new Set());
    this.active.set(row.key);
    this.dragged = this.about(row);
    event.dataTransfer?.setData('text/plain', row.code);
  }

  protected dragOver(event: DragEvent): void {
    const row = this.rowAt(event.target);
    const element = event.target instanceof Element ? event.target.closest('[role=treeitem]') : null;
    if (row === undefined || element === null || this.dragged.length === 0) return;
    const box = element.getBoundingClientRect();
    const side = event.clientY < box.top + box.height / 2 ? 'before' : 'after';
    this.drop.set({ row, side });
    event.preventDefault();
  }

  protected dragEnd(): void {
    this.dragged = [];
    this.drop.set(undefined);
  }

  protected dropHere(event: DragEvent): void {
    const drop = this.drop();
    event.preventDefault();
    if (drop && this.dragged.length > 0) this.dropped.emit({ rows: this.dragged, drop });
    this.dragEnd();
  }

  /** Brings a line into sight and makes it the one that keys act on. */
  go(row: TreeRow): void {
    this.active.set(row.key);
    const at = this.rows().indexOf(row);
    const room = this.room().nativeElement;
    const [top, bottom] = [at * this.line(), (at + 1) * this.line()];
    if (top < room.scrollTop) room.scrollTop = top;
    else if (bottom > room.scrollTop + room.clientHeight) room.scrollTop = bottom - room.clientHeight;
    this.scroll();
  }

  /** Takes the focus. */
  focus(): void {
    this.room().nativeElement.focus();
  }

  private run(command: TreeCommand, row: TreeRow): void {
    const page = Math.max(1, Math.floor(this.height() / this.line()) - 1);
    switch (command) {
      case 'up':
        return this.by(-1);
      case 'down':
        return this.by(1);
      case 'pageUp':
        return this.by(-page);
      case 'pageDown':
        return this.by(page);
      case 'first':
        return this.by(-this.rows().length);
      case 'last':
        return this.by(this.rows().length);
      case 'in':
        return row.isOpen === false ? this.turn(row, true) : this.by(row.isOpen === true ? 1 : 0);
      case 'out': {
        if (row.isOpen === true) return this.turn(row, false);
        const parent = this.rows().find(({ key }) => key === row.parent);
        return parent && this.go(parent);
      }
      case 'open':
        return this.openRow(row);
      case 'choose':
        return this.choose(row);
      case 'chooseUp':
      case 'chooseDown':
        return this.stretch(command === 'chooseUp' ? -1 : 1);
      default:
        if (row.kind !== 'group') this.commanded.emit({ command, rows: this.about(row) });
    }
  }

  private by(lines: number): void {
    const rows = this.rows();
    const row = rows[Math.min(rows.length - 1, Math.max(0, this.activeAt() + lines))];
    if (row) this.go(row);
  }

  private stretch(by: -1 | 1): void {
    const before = this.activeRow();
    this.by(by);
    const after = this.activeRow();
    this.chosen.update(
      (keys) => new Set([...keys, ...(before ? [before.key] : []), ...(after ? [after.key] : [])]),
    );
  }

  private choose(row: TreeRow): void {
    this.active.set(row.key);
    this.chosen.update((keys) => {
      const next = new Set(keys.size > 0 ? keys : this.openKeys());
      if (!next.delete(row.key)) next.add(row.key);
      return next;
    });
  }

  /** The line of the part that is open is shown as chosen: whoever chooses another means both. */
  private openKeys(): readonly string[] {
    const part = this.current();
    return this.rows().flatMap((row) => (part !== undefined && row.part === part ? [row.key] : []));
  }

  private chooseTo(row: TreeRow): void {
    const [a, b] = [this.activeAt(), this.rows().indexOf(row)].sort((one, other) => one - other);
    this.chosen.set(
      new Set(
        this.rows()
          .slice(a, (b ?? 0) + 1)
          .map(({ key }) => key),
      ),
    );
  }

  private turn(row: TreeRow, isOpen: boolean): void {
    this.active.set(row.key);
    this.toggled.emit({ row, isOpen });
  }

  private openRow(row: TreeRow): void {
    if (row.kind === 'group') this.turn(row, row.isOpen !== true);
    else this.opened.emit(row);
  }

  /** What a command is about: all that is chosen, if the line is among it, else the line alone. */
  private about(row: TreeRow): readonly TreeRow[] {
    const chosen = this.chosen();
    if (!chosen.has(row.key)) return [row];
    return this.rows().filter(({ key, kind }) => chosen.has(key) && kind !== 'group');
  }

  private activeRow(): TreeRow | undefined {
    return this.rows()[this.activeAt()];
  }

  private rowAt(target: EventTarget | null): TreeRow | undefined {
    const element = target instanceof Element ? target.closest<HTMLElement>('[role=treeitem]') : null;
    return element === null ? undefined : this.rows()[Number(element.dataset['at'])];
  }
}

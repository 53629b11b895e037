import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { findPart, type DraftFault, type PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { focusMover } from '../../ui/focus-mover';
import { Icon } from '../../ui/icon';
import { CheckList } from '../checks/check-list';
import { DraftChecks } from '../checks/draft-checks';
import { DraftDesk } from '../desk/draft-desk';
import { DraftWatch } from '../desk/draft-watch';
import { PartForm } from '../forms/part-form';
import { typed } from '../forms/typed';
import { PreviewPane } from '../preview/preview-pane';
import { PartActions } from '../tree/part-actions';
import type { NewPart } from '../tree/part-kinds';
import { lookersOf } from '../tree/part-removal';
import { beside } from '../tree/places';
import { ShownTree } from '../tree/shown-tree';
import { StructureTree, type Drop } from '../tree/structure-tree';
import type { TreeCommand } from '../tree/tree-keys';
import type { TreeRow } from '../tree/tree-row';
import { AddMenu } from './add-menu';
import { JumpDialog } from './jump-dialog';
import { LanguageChoice } from './language-choice';
import { MoveDialog } from './move-dialog';
import { placeDropped } from './drop-place';
import { focusField } from './focus-field';
import { RemoveDialog } from './remove-dialog';

type Pane = 'tree' | 'form' | 'preview';

/** What is to be removed. */
interface Removal {
  readonly parts: readonly PartAddress[];
  /** It is the part whose form is open, by its own button. */
  readonly isOpen?: boolean;
}

/** The editor: the structure on one side, what is edited in the middle, the real form on the other. */
@Component({
  selector: 'k-editor-page',
  imports: [
    ...[AddMenu, CheckList, Icon, JumpDialog, LanguageChoice, MoveDialog],
    ...[PartForm, PreviewPane, RemoveDialog, StructureTree],
  ],
  providers: [ShownTree],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './editor-page.html',
  host: { '(document:keydown)': 'key($event)' },
})
export class EditorPage {
  protected readonly say = inject(Say);
  protected readonly desk = inject(DraftDesk);
  protected readonly checks = inject(DraftChecks);
  protected readonly actions = inject(PartActions);
  protected readonly tree = inject(ShownTree);
  private readonly watch = inject(DraftWatch);
  private readonly router = inject(Router);
  /** The part that is open, by the address of the page. */
  readonly part = input<PartAddress>();

  protected readonly typed = typed;
  protected readonly current = computed(() => this.part() ?? 'questionnaire');
  protected readonly pane = signal<Pane>('tree');
  protected readonly side = signal<'preview' | 'checks'>('preview');
  /** The preview has the whole width. */
  protected readonly isSeeing = signal(false);
  protected readonly isJumping = signal(false);
  protected readonly moving = signal<readonly PartAddress[] | undefined>(undefined);
  protected readonly removing = signal<(Removal & { readonly lookers: readonly string[] }) | undefined>(
    undefined,
  );
  private readonly moveFocus = focusMover();
  private readonly lines = viewChild(StructureTree);

  /** The part that is open may have been removed, here or by somebody else. */
  protected readonly isThere = computed(
    () => this.current() === 'questionnaire' || this.tree.has(this.current()),
  );
  protected readonly heading = computed(() => {
    const part = this.current();
    if (part === 'questionnaire') return this.say.t('tree.whole');
    return this.isThere() ? (this.desk.book()?.named(part) ?? '') : this.say.t('editor.gone.heading');
  });

  constructor() {
    effect(() => {
      const part = this.current();
      untracked(() => {
        this.watch.part.set(this.isThere() ? part : null);
        this.tree.reveal(part);
      });
    });
  }

  protected async open(part: PartAddress): Promise<void> {
    this.pane.set('form');
    await this.router.navigate([], { queryParams: { part }, queryParamsHandling: 'merge' });
  }

  /** Opens what a fault is about, in its language, and puts the focus on its field. */
  protected async goTo({ part, field, language }: DraftFault): Promise<void> {
    if (language !== undefined) this.desk.language.set(language);
    const [owner = part] = part.split('/');
    const document = this.desk.document();
    const found = document && findPart(document.questionnaire, owner);
    const list = found?.steps.at(-1)?.list;
    const isInside = list === 'options' || list === 'columns' || list === 'rows';
    await this.open(isInside && found ? found.owner : owner);
    focusField(part, field);
  }

  protected command(command: TreeCommand, rows: readonly TreeRow[]): void {
    const parts = this.partsOf(rows);
    if (command === 'copy') return this.actions.copy(parts);
    if (!this.desk.mayEdit() || parts.length === 0) return;
    switch (command) {
      case 'moveUp':
      case 'moveDown':
        return this.actions.step(this.movable(rows), command === 'moveUp' ? -1 : 1);
      case 'moveTo':
        return this.moving.set(parts);
      case 'cut':
        this.actions.cut(parts);
        return this.remove({ parts });
      case 'duplicate':
        return this.duplicate(parts);
      case 'remove':
        return this.remove({ parts });
      default:
        return undefined;
    }
  }

  protected paste(near: TreeRow | undefined, text: string | undefined): void {
    if (!this.desk.mayEdit()) return;
    const id = this.actions.paste(near?.part ?? this.current(), text);
    if (id !== undefined) void this.open(id);
  }

  protected duplicate(parts: readonly PartAddress[]): void {
    const id = this.actions.duplicate(parts);
    if (id !== undefined) void this.open(id);
  }

  protected dropped(rows: readonly TreeRow[], { row, side }: Drop): void {
    const document = this.desk.document();
    if (document === undefined) return;
    const parts = this.movable(rows);
    const place = placeDropped(document, parts, row, side);
    if (place) this.actions.moveTo(parts, place);
  }

  protected add(what: NewPart): void {
    const id = this.actions.add(what, this.current());
    if (id === undefined) return;
    void this.open(id).then(() => {
      focusField(id, what.kind === 'validation' ? 'text/message' : 'text/title');
    });
  }

  protected remove(removal: Removal): void {
    const document = this.desk.document();
    if (document === undefined) return;
    const { parts } = removal;
    const { questions, validations } = lookersOf(document.questionnaire, new Set(parts));
    const lookers = [
      ...questions.map(({ code }) => code),
      ...validations.map((id) => this.desk.book()?.code(id) ?? id),
    ];
    if (lookers.length > 0) this.removing.set({ ...removal, lookers });
    else this.take(removal);
  }

  protected take({ parts, isOpen = false }: Removal): void {
    this.actions.remove(parts);
    this.removing.set(undefined);
    // The button has gone with the part.
    if (isOpen) this.moveFocus('editor-heading');
  }

  /** Ctrl+K leads anywhere; a slash does, too, unless somebody is typing. */
  protected key(event: KeyboardEvent): void {
    const isTyping =
      event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    const isJump = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    if (!isJump && (event.key !== '/' || isTyping)) return;
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    event.preventDefault();
    this.isJumping.set(true);
  }

  protected jump(part: PartAddress): void {
    this.isJumping.set(false);
    void this.open(part).then(() => {
      focusField(part);
    });
  }

  protected moveChosen(after: {
    readonly parts: readonly PartAddress[];
    readonly to: PartAddress;
    readonly isInto: boolean;
  }): void {
    const document = this.desk.document();
    this.moving.set(undefined);
    if (document === undefined) return;
    const place = after.isInto
      ? { into: after.to, list: 'questions' as const, after: null }
      : beside(document, after.to, 'after');
    if (place) this.actions.moveTo(after.parts, place);
    this.lines()?.focus();
  }

  /** What a command about lines is about; a group is nothing by itself. */
  private partsOf(rows: readonly TreeRow[]): readonly PartAddress[] {
    return [...new Set(rows.map(({ part }) => part).filter((part) => part !== 'questionnaire'))];
  }

  /** Among the scores an area moves as the member of its mean. */
  private movable(rows: readonly TreeRow[]): readonly PartAddress[] {
    return [
      ...new Set(rows.map(({ part, member }) => member ?? part).filter((part) => part !== 'questionnaire')),
    ];
  }
}

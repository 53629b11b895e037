import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Say } from '../../language/say';
import { Session } from '../../session/session';
import { titled } from '../../page/page-title';
import { ProblemMessage } from '../../page/problem-message';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { ProblemPanel } from '../../ui/problem-panel';
import { problemWords } from '../../page/problem-words';
import { DraftChecks } from '../checks/draft-checks';
import { PartActions } from '../tree/part-actions';
import { Collisions } from './collisions';
import { DraftDesk } from './draft-desk';
import { DraftPost } from './draft-post';
import { DraftWatch } from './draft-watch';
import { LeftOver } from './left-over';
import { partWords } from './value-words';
import { VersionLine } from './version-line';

/** A draft that is open: what it is, whether it is saved, who else is there, and the pages on which it is worked at. */
@Component({
  selector: 'k-draft-page',
  imports: [
    ...[Collisions, Icon, LeftOver, PageHeader, ProblemMessage, ProblemPanel],
    ...[RouterLink, RouterLinkActive, RouterOutlet],
  ],
  providers: [DraftDesk, DraftPost, DraftWatch, DraftChecks, PartActions, VersionLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-page.html',
  host: { '(document:keydown)': 'key($event)' },
})
export class DraftPage {
  protected readonly say = inject(Say);
  protected readonly desk = inject(DraftDesk);
  protected readonly post = inject(DraftPost);
  protected readonly watch = inject(DraftWatch);
  private readonly checks = inject(DraftChecks);
  private readonly session = inject(Session);
  private readonly line = inject(VersionLine);
  readonly draftId = input.required<string>();

  protected readonly name = computed(() => {
    const document = this.desk.document();
    if (document === undefined) return '';
    const title = document.texts.get('questionnaire')?.source.title ?? this.say.t('tree.untitled');
    return `${title}, ${document.questionnaire.version}`;
  });
  protected readonly failure = computed(() => {
    const problem = this.desk.document() === undefined ? this.desk.problem() : undefined;
    return problem && problemWords(problem, this.say);
  });
  protected readonly others = computed(() => {
    const book = this.desk.book();
    const own = this.session.current()?.account.id;
    const here = new Map(
      this.watch
        .others()
        .map(({ person, part }) => [
          person.id,
          { name: person.id === own ? this.say.t('presence.self') : person.name, part },
        ]),
    );
    return [...here.values()].map(({ name, part }) => ({
      name,
      at: part === null || book === undefined ? undefined : partWords(part, book, this.say),
    }));
  });
  /** Why it cannot be published yet; undefined when nothing stands in the way. */
  protected readonly blocked = computed(() => {
    const blocking = this.checks.blocking();
    if (blocking === undefined) return this.say.t('checks.running');
    if (this.line.isNameTaken()) return this.say.t('publish.nameTaken');
    return blocking.length === 0 ? undefined : this.say.n('publish.blocked', blocking.length);
  });

  constructor() {
    titled(() => this.name() || undefined);
    effect(() => {
      const draftId = this.draftId();
      untracked(() => void this.desk.open(draftId));
    });
  }

  protected again(): void {
    void this.desk.open(this.draftId());
  }

  /** Ctrl+Z and Ctrl+Shift+Z are about the draft, except where something else is typed: a search, a dialog. */
  protected key(event: KeyboardEvent): void {
    const isControl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (!isControl || (key !== 'z' && key !== 'y')) return;
    const { target } = event;
    if (target instanceof Element && target.closest('dialog, [type=search]')) return;
    event.preventDefault();
    void (key === 'y' || event.shiftKey ? this.redo() : this.undo());
  }

  protected async undo(): Promise<void> {
    if (this.post.canUndo()) await this.post.undo();
  }

  protected async redo(): Promise<void> {
    if (this.post.canRedo()) await this.post.redo();
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  readDraft,
  readVersion,
  searchLibrary,
  type LibraryQuestion,
  type LibraryUse,
} from '@kilim/contracts';
import { copyParts, openDraft, type DraftContent, type QuestionKind } from '@kilim/indicators';
import { Attempt } from '../../api/attempt';
import { read } from '../../api/read';
import { Write } from '../../api/write';
import { Say } from '../../language/say';
import { ChoiceBox } from '../../page/choice-box';
import { PageState } from '../../page/page-state';
import { ProblemMessage } from '../../page/problem-message';
import { focusMover } from '../../ui/focus-mover';
import { Icon } from '../../ui/icon';
import { DraftDesk } from '../desk/draft-desk';
import { typed } from '../forms/typed';
import { PartActions } from '../tree/part-actions';
import { QUESTION_KINDS } from '../tree/part-kinds';

const CALM_MS = 250;

/** Questions of all versions and drafts, where each was used, and a way to copy them into this draft. */
@Component({
  selector: 'k-library-page',
  imports: [ChoiceBox, Icon, PageState, ProblemMessage, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './library-page.html',
})
export class LibraryPage {
  protected readonly say = inject(Say);
  protected readonly desk = inject(DraftDesk);
  private readonly actions = inject(PartActions);
  private readonly write = inject(Write);

  protected readonly typed = typed;
  protected readonly kinds = computed(() =>
    QUESTION_KINDS.map((kind) => ({ value: kind, words: this.say.t(`kind.${kind}`) })),
  );
  private readonly text = signal('');
  protected readonly kind = signal<QuestionKind | undefined>(undefined);
  private readonly indicator = signal('');
  protected readonly target = signal<string>('');
  protected readonly copied = signal<ReadonlyMap<string, string>>(new Map());
  private readonly moveFocus = focusMover();
  private readonly attempt = new Attempt();
  protected readonly problem = this.attempt.problem;
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly found = read(searchLibrary, () => {
    const programmeId = this.desk.draft()?.programmeId;
    if (programmeId === undefined) return undefined;
    const [text, kind, indicator] = [this.text(), this.kind(), this.indicator()];
    return {
      params: { programmeId },
      query: { ...(text && { text }), ...(kind && { kind }), ...(indicator && { indicator }) },
    };
  });
  protected readonly sections = computed(() =>
    (this.desk.document()?.questionnaire.sections ?? []).map(({ id }) => ({
      id,
      name: this.desk.book()?.named(id) ?? id,
    })),
  );

  protected search(text: string): void {
    this.soon(() => this.text.set(text.trim()));
  }

  protected narrow(indicator: string): void {
    this.soon(() => this.indicator.set(indicator.trim()));
  }

  protected chooseKind(kind: string | undefined): void {
    this.kind.set(kind as QuestionKind | undefined);
  }

  protected useWords({ in: kind, version, rounds }: LibraryUse): string {
    return kind === 'draft'
      ? this.say.t('library.inDraft', { version })
      : this.say.n('library.inVersion', rounds, { version });
  }

  /** Copies a question as it stands where it was used last: with a new id that remembers where it is from. */
  protected async copy(question: LibraryQuestion): Promise<void> {
    const [use] = question.uses;
    if (use === undefined) return;
    await this.attempt.inTurn(async () => {
      // Pressed twice, it is copied once.
      if (this.copied().has(question.id)) return;
      const parts = copyParts(openDraft(await this.contentOf(use)), [question.id]);
      // As it is by now: somebody may have written on meanwhile.
      const document = this.desk.document();
      const near = this.target() || this.sections().at(-1)?.id;
      const id = document && this.actions.insert(document, parts, near);
      if (id === undefined) return;
      this.copied.update((known) => new Map([...known, [question.id, id]]));
      this.moveFocus(`copied-${question.id}`);
    });
  }

  private async contentOf(use: LibraryUse): Promise<DraftContent> {
    if (use.in === 'draft')
      return (await this.write.send(readDraft, { params: { draftId: use.id } })).content;
    const version = await this.write.send(readVersion, { params: { versionId: use.id } });
    const { questionnaire, source, translations } = version;
    return { questionnaire, source, translations: [...translations], accepted: [] };
  }

  private soon(act: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, CALM_MS);
  }
}

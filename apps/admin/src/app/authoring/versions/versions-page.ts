import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  listDrafts,
  listProgrammeVersions,
  listVersions,
  recoverDraft,
  returnVersion,
  type DraftSummary,
  type VersionOverview,
} from '@kilim/contracts';
import { problemOf, type Problem } from '../../api/problem';
import { read } from '../../api/read';
import { Write } from '../../api/write';
import { Say } from '../../language/say';
import { PageState } from '../../page/page-state';
import { titled } from '../../page/page-title';
import { ProblemMessage } from '../../page/problem-message';
import { Session } from '../../session/session';
import { focusMover } from '../../ui/focus-mover';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { BeginDialog, type Origin } from './begin-dialog';
import { CopyButton } from './copy-button';
import { DiscardDialog } from './discard-dialog';
import { programmesOf } from './programmes';
import { RetireDialog } from './retire-dialog';
import { fileAddress } from './file-address';

/** The home of questionnaires: what is being written, what is published, what was thrown away. */
@Component({
  selector: 'k-versions-page',
  imports: [
    ...[BeginDialog, CopyButton, DiscardDialog, Icon, PageHeader, PageState, ProblemMessage],
    ...[RetireDialog, RouterLink],
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './versions-page.html',
})
export class VersionsPage {
  protected readonly say = inject(Say);
  private readonly session = inject(Session);
  private readonly write = inject(Write);
  private readonly moveFocus = focusMover();

  protected readonly programmes = computed(() => programmesOf(this.session.current()));
  protected readonly programmeId = linkedSignal(() => this.programmes()[0]?.id);
  protected readonly drafts = read(listDrafts, () => this.ofProgramme());
  protected readonly overviews = read(listProgrammeVersions, () => this.ofProgramme());
  /** For whoever reads versions and writes none. */
  protected readonly published = read(listVersions, () =>
    this.programmeId() === undefined ? {} : undefined,
  );

  protected readonly open = computed(() => this.draftsIn('open'));
  protected readonly discarded = computed(() => this.draftsIn('discarded'));
  protected readonly versions = computed(() =>
    [...(this.overviews.hasValue() ? this.overviews.value().versions : [])].sort(newestFirst),
  );
  protected readonly readable = computed(() =>
    [...(this.published.hasValue() ? this.published.value().versions : [])].sort(newestFirst),
  );

  protected readonly begin = signal<Origin | undefined>(undefined);
  protected readonly discard = signal<DraftSummary | undefined>(undefined);
  protected readonly retire = signal<VersionOverview | undefined>(undefined);
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected readonly fileAddress = fileAddress;

  constructor() {
    titled(() => this.say.t('versions.title'));
  }

  protected chooseProgramme(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.programmeId.set(event.target.value);
  }

  protected languages(languages: readonly { readonly language: string }[]): string {
    return this.say.list(languages.map(({ language }) => this.say.languageName(language)));
  }

  /** The button that was pressed goes with its line: reading goes on at the heading of the list. */
  protected reload(heading: string): void {
    this.moveFocus(heading);
    this.drafts.reload();
    this.overviews.reload();
  }

  protected async recover({ id: draftId }: DraftSummary): Promise<void> {
    await this.attempt('drafts-heading', async () => this.write.send(recoverDraft, { params: { draftId } }));
  }

  protected async return({ id: versionId }: VersionOverview): Promise<void> {
    await this.attempt('versions-heading', async () =>
      this.write.send(returnVersion, { params: { versionId } }),
    );
  }

  private async attempt(heading: string, act: () => Promise<unknown>): Promise<void> {
    this.problem.set(undefined);
    try {
      await act();
      this.reload(heading);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private draftsIn(state: DraftSummary['state']): readonly DraftSummary[] {
    return this.drafts.hasValue() ? this.drafts.value().drafts.filter((draft) => draft.state === state) : [];
  }

  private ofProgramme(): { readonly params: { readonly programmeId: string } } | undefined {
    const programmeId = this.programmeId();
    return programmeId === undefined ? undefined : { params: { programmeId } };
  }
}

function newestFirst(a: { readonly publishedAt: string }, b: { readonly publishedAt: string }): number {
  return a.publishedAt < b.publishedAt ? 1 : -1;
}

import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  listChangeReports,
  makeChangeReport,
  publishDraft,
  readChangeReport,
  type ChangeReport,
  type ChangeReportSummary,
} from '@kilim/contracts';
import type { DraftFault } from '@kilim/indicators';
import { Attempt } from '../../api/attempt';
import { read } from '../../api/read';
import { Write } from '../../api/write';
import { Say } from '../../language/say';
import { PageState } from '../../page/page-state';
import { ProblemMessage } from '../../page/problem-message';
import { Session } from '../../session/session';
import { focusMover } from '../../ui/focus-mover';
import { Icon } from '../../ui/icon';
import { CheckList } from '../checks/check-list';
import { DraftChecks } from '../checks/draft-checks';
import { DraftDesk } from '../desk/draft-desk';
import { DraftPost } from '../desk/draft-post';
import { VersionLine } from '../desk/version-line';
import { typed } from '../forms/typed';
import { Differences } from './differences';
import { ImpactView } from './impact-view';
import { MigrationView } from './migration-view';
import { SignForm } from './sign-form';

/** The way from a draft to a version: no errors, warnings accepted, the changes read and signed, then published. */
@Component({
  selector: 'k-publish-page',
  imports: [
    ...[CheckList, Differences, Icon, ImpactView, MigrationView],
    ...[PageState, ProblemMessage, RouterLink, SignForm],
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './publish-page.html',
})
export class PublishPage {
  protected readonly say = inject(Say);
  protected readonly desk = inject(DraftDesk);
  protected readonly checks = inject(DraftChecks);
  private readonly post = inject(DraftPost);
  private readonly line = inject(VersionLine);
  private readonly account = inject(Session);
  private readonly write = inject(Write);
  private readonly router = inject(Router);
  private readonly moveFocus = focusMover();

  protected readonly typed = typed;
  protected readonly versions = this.line.versions;
  protected readonly reports = read(listChangeReports, () => {
    const draftId = this.desk.draft()?.id;
    return draftId === undefined ? undefined : { params: { draftId } };
  });
  protected readonly earlier = this.line.earlier;
  protected readonly against = linkedSignal(() => this.earlier()[0]?.id);
  protected readonly report = signal<ChangeReport | undefined>(undefined);
  /** Each has a problem of its own: what is wrong is told where it was wanted. */
  protected readonly reporting = new Attempt();
  protected readonly publishing = new Attempt();

  /** The signed report that lets this very state be published over the newest version. */
  protected readonly signed = computed(() => {
    const newest = this.earlier()[0]?.id;
    const reports = this.reports.hasValue() ? this.reports.value().reports : [];
    const shown = this.report();
    return [...(shown ? [shown] : []), ...reports].find(
      ({ against, revision, signature }) =>
        against.versionId === newest && revision === this.desk.revision() && signature !== undefined,
    );
  });
  /** Whether the report that is shown is of the draft as it is now. */
  protected readonly isCurrent = computed(
    () => this.report()?.revision === this.desk.revision() && this.desk.pending().length === 0,
  );
  /** The state of the draft that whoever publishes has in mind: as it was when they came here, or said they have seen it. */
  private readonly seen = signal(this.desk.revision());
  /** Who has changed the draft since; undefined: nobody else. */
  protected readonly movedBy = computed(() => {
    const by = this.desk.draft()?.changedBy;
    const isForeign = by !== undefined && by.id !== this.account.current()?.account.id;
    return isForeign && this.desk.revision() > this.seen() ? by.name : undefined;
  });
  /** Everything that stands in the way, each as a sentence. */
  protected readonly reasons = computed<readonly string[]>(() => {
    const [blocking, { say }] = [this.checks.blocking(), this];
    return [
      ...(blocking === undefined ? [say.t('checks.running')] : []),
      ...(blocking && blocking.length > 0 ? [say.n('publish.blocked', blocking.length)] : []),
      ...(this.line.isNameTaken() ? [say.t('publish.nameTaken')] : []),
      ...(this.earlier().length > 0 && !this.signed() ? [say.t('publish.unsigned')] : []),
      ...(this.post.state() === 'saved' ? [] : [say.t('publish.unsaved')]),
      ...(this.movedBy() === undefined ? [] : [say.t('publish.moved')]),
    ];
  });

  constructor() {
    // Another version may have been published since the draft was opened.
    this.versions.reload();
  }

  protected async makeReport(): Promise<void> {
    const versionId = this.against();
    await this.attempt(this.reporting, async (draftId) => {
      if (versionId === undefined) return;
      const body = { versionId, revision: this.desk.revision() };
      this.open(await this.write.send(makeChangeReport, { params: { draftId }, body }));
      this.reports.reload();
    });
  }

  protected async show({ id: reportId }: ChangeReportSummary): Promise<void> {
    await this.attempt(this.reporting, async (draftId) => {
      this.open(await this.write.send(readChangeReport, { params: { draftId, reportId } }));
    });
  }

  protected onSigned(summary: ChangeReportSummary): void {
    this.report.update((report) => report && { ...report, ...summary });
    this.reports.reload();
    // The form has gone with the signature: publishing is what comes next.
    this.moveFocus('publish-now');
  }

  protected see(): void {
    this.seen.set(this.desk.revision());
    this.moveFocus('publish-now');
  }

  protected async publish(): Promise<void> {
    if (this.reasons().length > 0) return;
    await this.attempt(this.publishing, async (draftId) => {
      const reportId = this.signed()?.id;
      const body = { revision: this.desk.revision(), ...(reportId !== undefined && { reportId }) };
      const version = await this.write.send(publishDraft, { params: { draftId }, body });
      await this.router.navigate(['/questionnaires', version.id]);
    });
  }

  protected async goTo({ part }: DraftFault): Promise<void> {
    const [owner = part] = part.split('/');
    const draftId = this.desk.draft()?.id ?? '';
    await this.router.navigate(['/questionnaires/drafts', draftId], { queryParams: { part: owner } });
  }

  private open(report: ChangeReport): void {
    this.report.set(report);
    this.moveFocus('report-heading');
  }

  private async attempt(attempt: Attempt, act: (draftId: string) => Promise<void>): Promise<void> {
    const draftId = this.desk.draft()?.id;
    if (draftId === undefined) return;
    await attempt.run(async () => {
      await this.post.flush();
      await act(draftId);
    });
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { addressOf, readTranslationSheet, sendTranslationSheet, SheetColumnsDetails } from '@kilim/contracts';
import type { SheetReport } from '@kilim/indicators';
import { Attempt } from '../../api/attempt';
import { Write } from '../../api/write';
import { Say } from '../../language/say';
import { ProblemMessage } from '../../page/problem-message';
import { Control, Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { DraftDesk } from '../desk/draft-desk';
import { DraftPost } from '../desk/draft-post';
import { chosenFile, LARGEST_FILE } from '../transfer/chosen-file';
import { columnsWords } from './columns-words';

/** Translators' workbooks: out as XLSX, and in again with a report of what changes and what is refused. */
@Component({
  selector: 'k-sheet-panel',
  imports: [Control, Field, Icon, ProblemMessage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sheet-panel.html',
})
export class SheetPanel {
  protected readonly say = inject(Say);
  protected readonly desk = inject(DraftDesk);
  private readonly post = inject(DraftPost);
  private readonly write = inject(Write);

  protected readonly address = computed(() =>
    addressOf(readTranslationSheet.path, { draftId: this.desk.draft()?.id ?? '' }),
  );
  private readonly file = signal<File | undefined>(undefined);
  protected readonly report = signal<SheetReport | undefined>(undefined);
  protected readonly isApplied = signal(false);
  /** The workbook would lack what the server does not have yet. */
  protected readonly isWithheld = signal(false);
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly isTooLarge = signal(false);
  protected readonly largest = LARGEST_FILE;
  protected readonly problem = this.attempt.problem;
  protected readonly columns = computed(() => {
    const problem = this.problem();
    if (problem?.kind !== 'told') return undefined;
    const details = SheetColumnsDetails.safeParse(problem.document.details);
    return details.success ? columnsWords(details.data.columns, this.say) : undefined;
  });

  /** The workbook comes from the server: what is typed is sent there first, and without a network none is taken out. */
  protected async out(event: Event): Promise<void> {
    this.isWithheld.set(false);
    if (this.desk.pending().length === 0) return;
    const link = event.currentTarget as HTMLAnchorElement;
    event.preventDefault();
    await this.post.flush();
    if (this.desk.pending().length === 0) link.click();
    else this.isWithheld.set(true);
  }

  protected async choose(event: Event): Promise<void> {
    const file = chosenFile(event);
    this.report.set(undefined);
    this.problem.set(undefined);
    this.isApplied.set(false);
    this.isTooLarge.set(file !== undefined && file.size > LARGEST_FILE);
    this.file.set(this.isTooLarge() ? undefined : file);
    await this.attempt.inTurn(() => this.send('false'));
  }

  protected async apply(): Promise<void> {
    await this.attempt.run(() => this.send('true'));
  }

  private async send(apply: 'true' | 'false'): Promise<void> {
    const [file, draftId] = [this.file(), this.desk.draft()?.id];
    if (file === undefined || draftId === undefined) return;
    await this.post.flush();
    const query = { apply, ...(apply === 'true' && { changeId: this.desk.newId() }) };
    const answer = await this.write.sendFile(sendTranslationSheet, { params: { draftId }, query }, file);
    // The step comes by the stream, too; whoever has none must not wait for it.
    if (answer.applied && answer.revision > this.desk.revision()) await this.desk.open(draftId);
    // Another was chosen meanwhile: it is of that one that one wants to hear.
    if (this.file() !== file) return;
    this.report.set(answer.report);
    this.isApplied.set(answer.applied);
  }
}

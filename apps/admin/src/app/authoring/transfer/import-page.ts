import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { importDraft, ImportFaultDetails, ImportFormat, type ImportReport } from '@kilim/contracts';
import type { QuestionnaireFault } from '@kilim/indicators';
import { Attempt } from '../../api/attempt';
import { Write } from '../../api/write';
import { Say } from '../../language/say';
import { titled } from '../../page/page-title';
import { ProblemMessage } from '../../page/problem-message';
import { Session } from '../../session/session';
import { Control, Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { typed } from '../forms/typed';
import { programmesOf } from '../versions/programmes';
import { chosenFile, LARGEST_FILE } from './chosen-file';

/** Brings a questionnaire in from a file: first what was understood and what was lost, then, if wanted, the draft. */
@Component({
  selector: 'k-import-page',
  imports: [Control, Field, Icon, PageHeader, ProblemMessage, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-page.html',
})
export class ImportPage {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly typed = typed;
  protected readonly formats = ImportFormat.options;
  protected readonly programmes = computed(() => programmesOf(this.session.current()));
  protected readonly programmeId = linkedSignal(() => this.programmes()[0]?.id);
  protected readonly format = signal<ImportFormat>('kilim');
  private readonly file = signal<File | undefined>(undefined);
  protected readonly report = signal<ImportReport | undefined>(undefined);
  protected readonly version = linkedSignal(() => this.report()?.version ?? '');
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly isTooLarge = signal(false);
  protected readonly problem = this.attempt.problem;
  protected readonly faults = computed<readonly QuestionnaireFault[]>(() => {
    const problem = this.problem();
    if (problem?.kind !== 'told') return [];
    const details = ImportFaultDetails.safeParse(problem.document.details);
    return details.success ? details.data.faults : [];
  });
  protected readonly largest = LARGEST_FILE;

  constructor() {
    titled(() => this.say.t('import.title'));
  }

  protected async choose(event: Event): Promise<void> {
    const file = chosenFile(event);
    this.report.set(undefined);
    this.problem.set(undefined);
    this.isTooLarge.set(file !== undefined && file.size > LARGEST_FILE);
    this.file.set(this.isTooLarge() ? undefined : file);
    await this.analyse();
  }

  protected async chooseFormat(format: string): Promise<void> {
    this.format.set(ImportFormat.parse(format));
    this.report.set(undefined);
    await this.analyse();
  }

  protected async create(): Promise<void> {
    const made = await this.attempt.run(() => this.send('true'));
    if (made?.draft) await this.router.navigate(['/questionnaires/drafts', made.draft.id]);
  }

  private async analyse(): Promise<void> {
    await this.attempt.inTurn(async () => {
      const [file, format] = [this.file(), this.format()];
      const understood = await this.send('false');
      // Another file or format was chosen meanwhile: it is of that one that one wants to hear.
      if (understood && this.file() === file && this.format() === format) this.report.set(understood.report);
    });
  }

  private async send(apply: 'true' | 'false') {
    const [file, programmeId, version] = [this.file(), this.programmeId(), this.version().trim()];
    if (file === undefined || programmeId === undefined) return undefined;
    const named = apply === 'true' && version !== '' ? { version } : {};
    const query = { format: this.format(), apply, ...named };
    return this.write.sendFile(importDraft, { params: { programmeId }, query }, file);
  }
}

import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { publishVersion, type ProblemPlace } from '@kilim/contracts';
import { problemOf, type Problem } from '../api/problem';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { ProblemMessage } from '../page/problem-message';
import { titled } from '../page/page-title';
import { Session } from '../session/session';
import { PageHeader } from '../ui/page-header';
import { readFiles, type ChosenFiles } from './chosen-files';

/** Publishes a version from its files: structure, source texts, translations. The server checks; faults say where and how. */
@Component({
  selector: 'k-publish-page',
  imports: [PageHeader, ProblemMessage, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './publish-page.html',
})
export class PublishPage {
  protected readonly say = inject(Say);
  private readonly session = inject(Session);
  private readonly write = inject(Write);
  private readonly router = inject(Router);

  protected readonly chosen = signal<ChosenFiles | undefined>(undefined);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  /** The programmes in which the reader publishes. */
  protected readonly programmes = computed(() =>
    (this.session.current()?.memberships ?? []).flatMap(({ role, scope, scopeId, scopeName }) =>
      role === 'coordinator' && scope === 'programme' && scopeId !== undefined
        ? [{ id: scopeId, name: scopeName ?? scopeId }]
        : [],
    ),
  );
  protected readonly programmeId = signal<string | undefined>(undefined);
  protected readonly places = computed<readonly ProblemPlace[]>(() => {
    const problem = this.problem();
    return problem?.kind === 'told' ? problem.document.places : [];
  });
  protected readonly isReady = computed(() => {
    const chosen = this.chosen();
    return (
      chosen !== undefined &&
      chosen.questionnaire !== undefined &&
      chosen.source !== undefined &&
      chosen.unread.length === 0
    );
  });

  constructor() {
    titled(() => this.say.t('publish.title'));
  }

  protected async choose(event: Event): Promise<void> {
    const files = event.target instanceof HTMLInputElement ? [...(event.target.files ?? [])] : [];
    this.problem.set(undefined);
    this.chosen.set(files.length === 0 ? undefined : await readFiles(files));
  }

  protected chooseProgramme(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.programmeId.set(event.target.value);
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    const [chosen, programmeId] = [this.chosen(), this.programmeId() ?? this.programmes()[0]?.id];
    if (!this.isReady() || chosen === undefined || programmeId === undefined || this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(undefined);
    try {
      const version = await this.write.send(publishVersion, {
        params: { programmeId },
        body: {
          questionnaire: chosen.questionnaire?.content,
          source: chosen.source?.content,
          translations: chosen.translations.map(({ content }) => content),
        },
      });
      await this.router.navigate(['/questionnaires', version.id]);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

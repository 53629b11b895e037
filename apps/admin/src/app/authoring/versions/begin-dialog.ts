import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import { createDraft, type DraftOrigin, type DraftSummary, type VersionOverview } from '@kilim/contracts';
import { Attempt } from '../../api/attempt';
import { Write } from '../../api/write';
import { Say } from '../../language/say';
import { ProblemMessage } from '../../page/problem-message';
import { Dialog } from '../../ui/dialog';

/** With what a new version is to begin. */
export type Origin =
  | { readonly kind: 'blank' | 'shipped' }
  | { readonly kind: 'version' | 'draft'; readonly id: string; readonly version: string };

const CODE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,23}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/;

/** Begins a new version: with nothing, as the shipped one, as a published one or as another draft. */
@Component({
  selector: 'k-begin-dialog',
  imports: [Dialog, ProblemMessage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './begin-dialog.html',
})
export class BeginDialog {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  private readonly router = inject(Router);
  readonly programmeId = input.required<string>();
  readonly origin = input.required<Origin>();
  readonly versions = input.required<readonly VersionOverview[]>();
  readonly drafts = input.required<readonly DraftSummary[]>();
  readonly closed = output();

  protected readonly kinds = ['blank', 'shipped', 'version', 'draft'] as const;
  protected readonly kind = linkedSignal<Origin['kind']>(() => this.origin().kind);
  protected readonly source = linkedSignal(() => {
    const [kind, origin] = [this.kind(), this.origin()];
    if (kind === origin.kind && 'id' in origin) return origin.id;
    return kind === 'draft' ? this.drafts()[0]?.id : this.versions()[0]?.id;
  });
  protected readonly version = linkedSignal(() => {
    const origin = this.origin();
    return 'version' in origin ? nextName(origin.version) : '1';
  });
  protected readonly title = signal('');
  protected readonly code = signal('');
  protected readonly language = linkedSignal<string>(() => this.say.language());
  protected readonly isTried = signal(false);
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;

  protected readonly faults = computed(() => ({
    version: this.version().trim() === '' || this.version().trim().length > 24,
    title: this.kind() === 'blank' && this.title().trim() === '',
    code: this.kind() === 'blank' && !CODE.test(this.code()),
    language: this.kind() === 'blank' && !LANGUAGE.test(this.language()),
  }));

  protected can(kind: Origin['kind']): boolean {
    if (kind === 'version') return this.versions().length > 0;
    return kind !== 'draft' || this.drafts().length > 0;
  }

  protected text(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
  }

  protected async go(): Promise<void> {
    this.isTried.set(true);
    const from = this.wanted();
    if (from === undefined || Object.values(this.faults()).some(Boolean)) return;
    await this.attempt.run(async () => {
      const params = { programmeId: this.programmeId() };
      const draft = await this.write.send(createDraft, { params, body: { from } });
      await this.router.navigate(['/questionnaires/drafts', draft.id]);
    });
  }

  private wanted(): DraftOrigin | undefined {
    const [kind, id, version] = [this.kind(), this.source() ?? '', this.version().trim()];
    switch (kind) {
      case 'blank':
        return {
          ...{ kind, version, title: this.title().trim(), code: this.code() },
          sourceLanguage: this.language(),
        };
      case 'shipped':
        return { kind, version };
      case 'version':
        return { kind, version, versionId: id };
      case 'draft':
        return { kind, version, draftId: id };
    }
  }
}

/** What the version after one may be called: 2026.1 → 2026.2. */
export function nextName(version: string): string {
  const [, stem, number] = /^(.*?)(\d+)$/.exec(version) ?? [];
  return (
    stem === undefined || number === undefined ? `${version}.1` : `${stem}${String(Number(number) + 1)}`
  ).slice(0, 24);
}

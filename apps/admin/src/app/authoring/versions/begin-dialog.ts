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
import { Control, Field } from '../../ui/field';
import { wrongFieldFinder } from '../../ui/focus-mover';
import { NAME_MAXIMUM, nextFreeName } from './version-names';

/** With what a new version is to begin. */
export type Origin =
  | { readonly kind: 'blank' | 'shipped' }
  | { readonly kind: 'version' | 'draft'; readonly id: string; readonly version: string };

/** A version or a draft, as far as names go. */
type Named = Pick<DraftSummary, 'id' | 'code' | 'version'>;

const CODE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,23}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/;

/** Begins a new version: with nothing, as the shipped one, as a published one or as another draft. */
@Component({
  selector: 'k-begin-dialog',
  imports: [Control, Dialog, Field, ProblemMessage],
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
  /** What it begins as; nothing of that is known here of the shipped one. */
  private readonly begunAs = computed<Named | undefined>(() => {
    const kind = this.kind();
    if (kind !== 'version' && kind !== 'draft') return undefined;
    const all: readonly Named[] = kind === 'version' ? this.versions() : this.drafts();
    return all.find(({ id }) => id === this.source());
  });
  /** The names of the published versions of its line: no other can be published under one of them. */
  private readonly taken = computed(() => {
    const line = this.kind() === 'blank' ? this.code() : this.begunAs()?.code;
    return new Set(this.versions().flatMap(({ code, version }) => (code === line ? [version] : [])));
  });
  private readonly typed = signal<string | undefined>(undefined);
  /** Unlike any version and any other draft. */
  protected readonly proposed = computed(() => {
    const names = [...this.versions(), ...this.drafts()].map(({ version }) => version);
    return nextFreeName(this.begunAs()?.version ?? '0', new Set(names));
  });
  protected readonly version = computed(() => this.typed() ?? this.proposed());
  private readonly isTaken = computed(() => this.taken().has(this.version().trim()));
  protected readonly title = signal('');
  protected readonly code = signal('');
  protected readonly language = linkedSignal<string>(() => this.say.language());
  protected readonly isTried = signal(false);
  private readonly findWrongField = wrongFieldFinder();
  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;

  protected readonly faults = computed(() => ({
    version: this.version().trim() === '' || this.version().trim().length > NAME_MAXIMUM || this.isTaken(),
    title: this.kind() === 'blank' && this.title().trim() === '',
    code: this.kind() === 'blank' && !CODE.test(this.code()),
    language: this.kind() === 'blank' && !LANGUAGE.test(this.language()),
  }));

  /** A name that is taken is said at once, the rest once somebody tried. */
  protected readonly nameFault = computed(() => {
    if (this.isTaken()) return this.say.t('begin.called.taken', { free: this.proposed() });
    return this.isTried() && this.faults().version ? this.say.t('begin.called.hint') : undefined;
  });

  protected call(event: Event): void {
    this.typed.set(this.text(event));
  }

  protected can(kind: Origin['kind']): boolean {
    if (kind === 'version') return this.versions().length > 0;
    return kind !== 'draft' || this.drafts().length > 0;
  }

  protected text(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
  }

  protected async go(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    const from = this.wanted();
    if (from === undefined || Object.values(this.faults()).some(Boolean)) {
      this.findWrongField();
      return;
    }
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

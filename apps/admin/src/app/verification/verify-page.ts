import { DOCUMENT } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { takesFindings, type Permission, type RecordFinding } from '@kilim/contracts';
import { codeOf, type Problem } from '../api/problem';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { problemWords } from '../page/problem-words';
import { UnfinishedDialogs } from '../session/unfinished-dialogs';
import { focusMover } from '../ui/focus-mover';
import type { Clarified } from './clarifications';
import { EvidenceBeside } from './evidence-beside';
import type { KeyAction } from './keys';
import { KeysLine } from './keys-line';
import { FILTERS, neighbour, ORDERS, shownQueue, type QueueItem } from './queue';
import { dialogPlace, Recordings } from './recordings';
import { verifyData } from './verify-data';
import { DIALOGS, VerifyQuestion, type VerifyDialog } from './verify-question';
import { VerifyQueue } from './verify-queue';

/** What was just done, in words, and the question it was done to where that is not the open one. */
interface Done {
  readonly words: string;
  readonly to?: QueueItem;
}

/** One assessment, question by question: what the city claims, what supports it, and what the expert finds. */
@Component({
  selector: 'k-verify-page',
  imports: [EvidenceBeside, KeysLine, PageState, RouterLink, VerifyQuestion, VerifyQueue],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verify-page.html',
  providers: [Recordings],
})
export class VerifyPage {
  protected readonly say = inject(Say);
  private readonly recordings = inject(Recordings);
  private readonly unfinished = inject(UnfinishedDialogs);
  private readonly router = inject(Router);
  private readonly moveFocus = focusMover();
  private readonly document = inject(DOCUMENT);
  private readonly whole = inject(DestroyRef);

  /** From the address. */
  readonly assessmentId = input.required<string>();
  readonly questionId = input<string>();
  readonly filter = input<string>();
  readonly order = input<string>();

  protected readonly data = verifyData(this.assessmentId);
  protected readonly look = computed(() => ({
    filter: FILTERS.find((each) => each === this.filter()) ?? 'toJudge',
    order: ORDERS.find((each) => each === this.order()) ?? 'effect',
  }));
  protected readonly shown = computed(() =>
    shownQueue(this.data.ready()?.items ?? [], this.look().filter, this.look().order),
  );
  protected readonly item = computed(() =>
    this.data.ready()?.items.find(({ id }) => id === this.questionId()),
  );
  protected readonly mayRecord = computed(() => this.may('finding:write'));
  protected readonly mayAsk = computed(() => this.may('clarification:ask'));

  protected readonly attempt = computed(() =>
    this.recordings.at(this.assessmentId(), this.questionId() ?? ''),
  );
  /** Also after signing in again, where the session had ended over an open dialog. */
  protected readonly asking = linkedSignal<string, VerifyDialog | undefined>({
    source: () => dialogPlace(this.assessmentId(), this.questionId() ?? ''),
    computation: (place) => DIALOGS.find((dialog) => dialog === this.unfinished.find(place)?.dialog),
  });
  protected readonly changes = signal(0);
  /** For the line at the foot. */
  protected readonly done = signal<Done>({ words: '' });

  constructor() {
    titled(() => {
      const [ready, item] = [this.data.ready(), this.item()];
      if (ready === undefined) return this.say.t('verify.title');
      const city = ready.assessment.city.name;
      return item === undefined ? city : `${item.compiled.question.code} · ${city}`;
    });
    effect(() => this.openFirst());
  }

  /** Whether the reader may do what belongs to a verification that goes on. */
  private may(permission: Permission): boolean {
    const assessment = this.data.ready()?.assessment;
    return assessment !== undefined && takesFindings(assessment.state) && assessment.may.includes(permission);
  }

  /** An address without a question opens what is most worth checking. */
  private openFirst(): void {
    const [ready, first] = [this.data.ready(), this.shown()[0]];
    if (ready === undefined || this.questionId() !== undefined || first === undefined) return;
    void this.open(first, true);
  }

  private async open(item: QueueItem, replaceUrl = false): Promise<void> {
    await this.router.navigate(['/verification', this.assessmentId(), item.id], {
      queryParamsHandling: 'preserve',
      replaceUrl,
    });
    this.document.querySelector(`[data-question="${item.id}"]`)?.scrollIntoView({ block: 'nearest' });
    if (!replaceUrl) this.document.getElementById('question-heading')?.focus();
  }

  protected press(key: Exclude<KeyAction, 'help'>): void {
    switch (key) {
      case 'next':
        return this.go(1);
      case 'previous':
        return this.go(-1);
      case 'accept':
        if (this.mayRecord() && this.item()?.claim?.answer) this.asking.set('accept');
        return;
      case 'find':
        this.document.getElementById('finding-value')?.focus();
    }
  }

  protected go(step: 1 | -1): void {
    const next = neighbour(this.shown(), this.questionId(), step);
    if (next !== undefined) void this.open(next);
    else this.done.set({ words: this.say.t(step === 1 ? 'verify.last' : 'verify.first') });
  }

  /** Sends it; afterwards the next question of the list is open, except after withdrawing and where another one is by then. */
  protected async record(item: QueueItem, body: RecordFinding): Promise<void> {
    const next = neighbour(this.shown(), item.id, 1);
    const assessmentId = this.assessmentId();
    const recorded = await this.recordings.send(assessmentId, item.id, body);
    if (this.whole.destroyed || this.assessmentId() !== assessmentId) return;
    const problem = this.recordings.at(assessmentId, item.id).problem();
    if (problem !== undefined) return this.notRecorded(item, problem);
    if (recorded === undefined) return;
    this.data.add(recorded.finding, recorded.state);
    this.changes.update((count) => count + 1);
    const { code } = item.compiled.question;
    const words = this.say.t(body.kind === 'withdrawn' ? 'verify.withdrawn' : 'verify.recorded', { code });
    this.done.set({ words });
    if (!this.isOpen(item)) return;
    this.asking.set(undefined);
    if (body.kind === 'value' && next !== undefined) await this.open(next);
    else this.moveFocus('question-heading');
  }

  /** The problem stands at its question; where another one is open, the line at the foot leads there. */
  private notRecorded(item: QueueItem, problem: Problem): void {
    const { code } = item.compiled.question;
    const why = problemWords(problem, this.say).heading;
    if (!this.isOpen(item))
      this.done.set({ words: this.say.t('verify.notRecorded', { code, why }), to: item });
    if (codeOf(problem) !== 'answer.stale') return;
    // The form keeps what was typed; the claim beside it becomes the newer one.
    if (this.isOpen(item)) this.asking.set(undefined);
    this.data.refresh();
    this.changes.update((count) => count + 1);
  }

  private isOpen({ id }: QueueItem): boolean {
    return this.questionId() === id;
  }

  /** The city was asked, or no longer is: the state follows, and the history beside has a line more. */
  protected clarified({ clarification, state }: Clarified): void {
    this.data.clarify(clarification, state);
    this.changes.update((count) => count + 1);
  }
}

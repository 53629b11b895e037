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
import {
  recordFinding,
  StaleDetails,
  takesFindings,
  type AssessmentState,
  type Permission,
  type RecordFinding,
} from '@kilim/contracts';
import { placeOf, THOUSANDTHS, type Answer } from '@kilim/indicators';
import { Attempt } from '../api/attempt';
import { codeOf, type Problem } from '../api/problem';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { problemWords } from '../page/problem-words';
import { remember, remembered } from '../device/remembered';
import { UnfinishedDialogs } from '../session/unfinished-dialogs';
import { Dialog } from '../ui/dialog';
import { focusMover } from '../ui/focus-mover';
import { Icon } from '../ui/icon';
import { answerWords } from '../versions/answer-words';
import { instanceWords } from '../versions/instance-words';
import { pointsWords } from '../versions/points-words';
import { Shown } from '../versions/shown';
import { Clarifications } from './clarifications';
import { EffectPreview } from './effect-preview';
import { EvidenceBeside } from './evidence-beside';
import { FindingDrafts } from './finding-drafts';
import { FindingForm } from './finding-form';
import { FourColumns } from './four-columns';
import { actionOf } from './keys';
import { effectLines, scoreWith } from './preview';
import { QuestionHistory } from './question-history';
import { FILTERS, neighbour, ORDERS, shownQueue, type QueueItem } from './queue';
import { ReasonDialog } from './reason-dialog';
import { verifyData } from './verify-data';
import { VerifyQueue } from './verify-queue';

/** Where it is remembered that somebody switched the keys off. */
const KEYS_STORED = 'kilim.keys';

const DIALOGS = ['accept', 'withdraw'] as const;

/** What was just done, in words, and the question it was done to where that is not the open one. */
interface Done {
  readonly words: string;
  readonly to?: QueueItem;
}

/** One assessment, question by question: what the city claims, what supports it, and what the expert finds. */
@Component({
  selector: 'k-verify-page',
  imports: [
    Clarifications,
    Dialog,
    EffectPreview,
    EvidenceBeside,
    FindingForm,
    FourColumns,
    Icon,
    PageState,
    QuestionHistory,
    ReasonDialog,
    RouterLink,
    Shown,
    VerifyQueue,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verify-page.html',
  host: { '(document:keydown)': 'press($event)' },
})
export class VerifyPage {
  protected readonly say = inject(Say);
  private readonly write = inject(Write);
  private readonly drafts = inject(FindingDrafts);
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

  private readonly considered = linkedSignal<string | undefined, Answer | undefined>({
    source: this.questionId,
    computation: () => undefined,
  });
  protected readonly preview = computed(() => {
    const [ready, item, answer] = [this.data.ready(), this.item(), this.considered()];
    // A second reading moves no score.
    if (ready === undefined || item?.effect === undefined || ready.reader === 'second') return [];
    const then = answer && scoreWith(ready.compiled, ready.claims, ready.findings, placeOf(item.id), answer);
    const ids = [item.compiled.scoring?.indicator ?? '', item.effect.index];
    return effectLines(ids, ready.claimed, ready.found, then);
  });

  /** What becomes of recording, apart for each question: by then another one may be open. */
  private readonly attempts = new Map<string, Attempt>();
  private readonly attempt = computed(() => this.attemptAt(this.assessmentId(), this.questionId() ?? ''));
  protected readonly isBusy = computed(() => this.attempt().isBusy());
  protected readonly problem = computed(() => this.attempt().problem());
  protected readonly place = computed(() => dialogPlace(this.assessmentId(), this.questionId() ?? ''));
  /** Also after signing in again, where the session had ended over an open dialog. */
  protected readonly asking = linkedSignal<string, (typeof DIALOGS)[number] | undefined>({
    source: this.place,
    computation: (place) => DIALOGS.find((dialog) => dialog === this.unfinished.find(place)?.dialog),
  });
  protected readonly isHelpOpen = signal(false);
  protected readonly areKeysOn = signal(remembered(KEYS_STORED) !== 'off');
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

  protected press(event: KeyboardEvent): void {
    const action = actionOf(event);
    if (action === undefined || (!this.areKeysOn() && action !== 'help')) return;
    if (this.document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    switch (action) {
      case 'next':
        return this.go(1);
      case 'previous':
        return this.go(-1);
      case 'accept':
        if (this.mayRecord() && this.item()?.claim?.answer) this.asking.set('accept');
        return;
      case 'find':
        this.document.getElementById('finding-value')?.focus();
        return;
      case 'help':
        this.isHelpOpen.set(true);
        return;
    }
  }

  protected go(step: 1 | -1): void {
    const next = neighbour(this.shown(), this.questionId(), step);
    if (next !== undefined) void this.open(next);
    else this.done.set({ words: this.say.t(step === 1 ? 'verify.last' : 'verify.first') });
  }

  protected switchKeys(): void {
    this.areKeysOn.update((are) => !are);
    remember(KEYS_STORED, this.areKeysOn() ? undefined : 'off');
  }

  protected consider(answer: Answer | undefined): void {
    this.considered.set(answer);
  }

  protected accept(reason: string): void {
    const item = this.item();
    if (item?.claim === undefined || item.claim.answer === null) return;
    void this.record(item, {
      kind: 'value',
      questionId: item.compiled.question.id,
      instanceId: item.instance,
      answer: item.claim.answer,
      reasonCode: 'confirms',
      reason,
      judgedEventId: item.claim.eventId,
      evidenceIds: item.evidence.map(({ id }) => id),
    });
  }

  protected withdraw(reason: string): void {
    const item = this.item();
    if (item === undefined) return;
    const { question } = item.compiled;
    void this.record(item, {
      kind: 'withdrawn',
      questionId: question.id,
      instanceId: item.instance,
      reason,
    });
  }

  /** Sends it; afterwards the next question of the list is open, except after withdrawing and where another one is by then. */
  protected async record(item: QueueItem, body: RecordFinding): Promise<void> {
    const next = neighbour(this.shown(), item.id, 1);
    const assessmentId = this.assessmentId();
    const attempt = this.attemptAt(assessmentId, item.id);
    const recorded = await attempt.run(() =>
      this.write.send(recordFinding, { params: { assessmentId }, body }),
    );
    if (recorded !== undefined) {
      this.drafts.drop(assessmentId, item.id);
      this.unfinished.drop(dialogPlace(assessmentId, item.id));
    }
    if (this.whole.destroyed || this.assessmentId() !== assessmentId) return;
    const problem = attempt.problem();
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

  private attemptAt(assessmentId: string, questionId: string): Attempt {
    const key = `${assessmentId}/${questionId}`;
    const attempt = this.attempts.get(key) ?? new Attempt();
    this.attempts.set(key, attempt);
    return attempt;
  }

  /** The city was asked, or no longer is: the state follows, and the history beside has a line more. */
  protected clarified(state: AssessmentState): void {
    this.data.move(state);
    this.changes.update((count) => count + 1);
  }

  /** The newer value that a stale finding did not know of. */
  protected newer(item: QueueItem): string | undefined {
    const problem = this.problem();
    const book = this.data.ready()?.book;
    if (problem?.kind !== 'told' || problem.document.code !== 'answer.stale' || book === undefined)
      return undefined;
    const details = StaleDetails.safeParse(problem.document.details);
    const answer = details.success ? details.data.stale[0]?.current.answer : item.claim?.answer;
    return answerWords(item.compiled.question, answer, book, this.say);
  }

  /** “4 points. Worth 18 % of its indicator, 0.9 points of the index.” */
  protected worth(item: QueueItem): string {
    const { scoring } = item.compiled;
    if (scoring === undefined || item.effect === undefined) return this.say.t('verify.unscored');
    return this.say.t('verify.worth', {
      points: pointsWords(scoring.attainable, this.say),
      weight: this.say.number(scoring.weight / THOUSANDTHS),
      indicator: this.say.percent(Math.round(item.effect.ofIndicator * 100)),
      index: this.say.number(item.effect.ofIndex * 100, 1),
      name: this.data.ready()?.book.title(item.effect.index) ?? '',
    });
  }

  protected question(item: QueueItem, field: 'title' | 'help' | 'evidence') {
    return this.data.ready()?.book.find(item.compiled.question.id, field);
  }

  /** “Youth centre 2”, within a repeated set. */
  protected instance(item: QueueItem): string | undefined {
    const book = this.data.ready()?.book;
    return book && instanceWords(item.compiled, item.position, book);
  }

  protected claimWords(item: QueueItem): string {
    const book = this.data.ready()?.book;
    return book === undefined ? '' : answerWords(item.compiled.question, item.claim?.answer, book, this.say);
  }

  /** Whether the values that were found are the agreed ones. */
  protected isAgreed(state: AssessmentState): boolean {
    return state === 'agreed' || state === 'published';
  }

  protected scoreOf(item: QueueItem, basis: 'claimed' | 'found') {
    return this.data.ready()?.[basis].questions.find(({ address }) => address === item.id);
  }
}

/** Where what is being written in a dialog about an answer is kept. */
function dialogPlace(assessmentId: string, address: string): string {
  return `${assessmentId}.${address}`;
}

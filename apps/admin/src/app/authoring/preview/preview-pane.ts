import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  model,
  signal,
  untracked,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { PreviewNews, type PreviewOrder, type PreviewReader } from '@kilim/contracts';
import { contentOf, findPart, type DraftContent, type PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { DraftChecks } from '../checks/draft-checks';
import { DraftDesk } from '../desk/draft-desk';
import { typed } from '../forms/typed';
import { ScoreTrial } from './score-trial';
import type { Tried } from './trial';

/** So long nobody types before the form is shown anew: it shares the thread with the editor. */
const CALM_MS = 700;

/** The real form beside the editor: filled as a city or an expert, in any language, narrow or wide; nothing is saved. */
@Component({
  selector: 'k-preview-pane',
  imports: [ScoreTrial],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './preview-pane.html',
  host: { '(window:message)': 'hear($event)' },
})
export class PreviewPane {
  protected readonly say = inject(Say);
  protected readonly checks = inject(DraftChecks);
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<PartAddress>();
  /** It has the whole width of the editor. */
  readonly isWide = model(false);

  protected readonly typed = typed;
  protected readonly readers = ['city', 'expert'] as const;
  protected readonly reader = signal<PreviewReader>('city');
  protected readonly language = linkedSignal(() => this.desk.language());
  protected readonly languages = computed(() => {
    const document = this.desk.document();
    return document === undefined ? [] : [document.questionnaire.sourceLanguage, ...document.languages];
  });
  protected readonly tried = signal<Tried>({ city: [] });
  /** The draft as it was when nobody was typing. */
  protected readonly content = signal<DraftContent | undefined>(undefined);
  private readonly trial = signal(1);
  private readonly isListening = signal(false);
  private readonly frame = viewChild<ElementRef<HTMLIFrameElement>>('frame');
  private told: DraftContent | undefined;

  /** The page and the question to stand at. */
  private readonly place = computed<Pick<PreviewOrder, 'section' | 'question'>>(
    () => {
      const document = this.desk.document();
      const found = document && findPart(document.questionnaire, this.part());
      const [first, second] = found?.steps ?? [];
      if (document === undefined || first?.list !== 'sections') return {};
      const section = document.questionnaire.sections[first.at];
      const question = second && section?.questions[second.at];
      return { ...(section && { section: section.code }), ...(question && { question: question.code }) };
    },
    { equal: (a, b) => a.section === b.section && a.question === b.question },
  );

  constructor() {
    effect((onCleanup) => {
      const document = this.desk.document();
      if (document === undefined) return;
      const isFirst = untracked(this.content) === undefined;
      const timer = setTimeout(
        () => {
          this.content.set(contentOf(document));
        },
        isFirst ? 0 : CALM_MS,
      );
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
    effect(() => {
      const content = this.content();
      const order = { language: this.language(), as: this.reader(), trial: this.trial(), ...this.place() };
      if (content === undefined || !this.isListening()) return;
      this.tell({ kind: 'preview.show', ...order, ...(content !== this.told && { content }) });
      this.told = content;
    });
  }

  protected hear({ origin, source, data }: MessageEvent<unknown>): void {
    const frame = this.frame()?.nativeElement.contentWindow ?? undefined;
    if (origin !== window.location.origin || frame === undefined || source !== frame) return;
    const news = PreviewNews.safeParse(data);
    if (!news.success) return;
    if (news.data.kind === 'preview.answered') {
      const { as, answers } = news.data;
      this.tried.update((before) => ({ ...before, [as]: answers }));
      return;
    }
    // A frame that was loaded anew knows nothing.
    this.told = undefined;
    this.isListening.set(false);
    this.tried.set({ city: [] });
    queueMicrotask(() => {
      this.isListening.set(true);
    });
  }

  /** All answers gone. */
  protected again(): void {
    this.trial.update((before) => before + 1);
    this.tried.set({ city: [] });
  }

  private tell(order: PreviewOrder): void {
    this.frame()?.nativeElement.contentWindow?.postMessage(order, window.location.origin);
  }
}

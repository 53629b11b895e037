import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { plain } from '@kilim/contracts';
import {
  directionOf,
  isOpenTranslation,
  translationEntries,
  translationOf,
  translationProgress,
  type DraftChange,
  type TranslationEntry,
  type TranslationState,
} from '@kilim/indicators';
import { Say } from '../../language/say';
import { ChoiceBox } from '../../page/choice-box';
import { focusMover } from '../../ui/focus-mover';
import { Icon } from '../../ui/icon';
import { DraftDesk } from '../desk/draft-desk';
import { fieldWords } from '../desk/value-words';
import { isChecked, typed } from '../forms/typed';
import { AddLanguage } from './add-language';
import { SheetPanel } from './sheet-panel';

/** How many lines are drawn at once. */
const PAGE = 40;

/** Texts side by side: the source, and beside it what it is in another language; scored ones first. */
@Component({
  selector: 'k-translations-page',
  imports: [AddLanguage, ChoiceBox, Icon, SheetPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './translations-page.html',
})
export class TranslationsPage {
  protected readonly say = inject(Say);
  protected readonly desk = inject(DraftDesk);
  private readonly moveFocus = focusMover();

  protected readonly typed = typed;
  protected readonly isChecked = isChecked;
  protected readonly states = ['missing', 'stale', 'new', 'checked'] as const;
  /** What the list can be narrowed to. */
  protected readonly choices = computed(() => [
    { value: 'open', words: this.say.t('translations.open') },
    ...this.states.map((state) => ({ value: state, words: this.say.t(`translation.state.${state}`) })),
  ]);
  protected readonly languages = computed(() => this.desk.document()?.languages ?? []);
  protected readonly source = computed(() => this.desk.document()?.questionnaire.sourceLanguage ?? 'en');
  protected readonly language = linkedSignal<readonly string[], string | undefined>({
    source: this.languages,
    computation: (languages, previous) =>
      previous?.value !== undefined && languages.includes(previous.value) ? previous.value : languages[0],
  });
  protected readonly direction = computed(() => directionOf(this.language() ?? 'en'));
  protected readonly state = signal<TranslationState | 'open' | undefined>(undefined);
  protected readonly find = signal('');
  protected readonly onlyScored = signal(false);
  protected readonly pages = signal(1);
  protected readonly isAdding = signal(false);

  /** How far each language is. */
  protected readonly progress = computed(() => {
    const document = this.desk.document();
    if (document === undefined) return [];
    return document.languages.map((language) => {
      const progress = translationProgress(translationEntries(document, language, this.desk.digest));
      const done = progress.new + progress.checked;
      return {
        language,
        ...progress,
        share: progress.all === 0 ? 100 : Math.floor((done / progress.all) * 100),
      };
    });
  });
  private readonly entries = computed(() => {
    const [document, language] = [this.desk.document(), this.language()];
    return document === undefined || language === undefined
      ? []
      : translationEntries(document, language, this.desk.digest);
  });
  protected readonly found = computed(() => {
    const words = plain(this.find()).split(/\s+/).filter(Boolean);
    const state = this.state();
    return this.entries().filter((entry) => {
      if (this.onlyScored() && !entry.isScored) return false;
      if (state === 'open' ? !isOpenTranslation(entry.state) : state !== undefined && entry.state !== state)
        return false;
      const text = plain(`${entry.code} ${entry.source} ${entry.text?.text ?? ''}`);
      return words.every((word) => text.includes(word));
    });
  });
  protected readonly shown = computed(() => this.found().slice(0, this.pages() * PAGE));

  /** The part by its code; what belongs to a question says to which. */
  protected nameOf({ part, code, question }: TranslationEntry): string {
    const around = question === undefined || question === part ? undefined : this.desk.book()?.code(question);
    return around === undefined ? code : `${around} ${code}`;
  }

  protected fieldOf({ field }: TranslationEntry): string {
    return fieldWords(`text/${field}`, this.say);
  }

  protected chooseState(state: string | undefined): void {
    this.state.set(state as TranslationState | 'open' | undefined);
    this.pages.set(1);
  }

  protected type(entry: TranslationEntry, text: string): void {
    const value =
      text === '' ? undefined : translationOf(entry.source, text.slice(0, 2000), this.desk.digest);
    this.translate(entry, value, `${entry.part} translation/${this.language() ?? ''}/${entry.field}`);
  }

  /** Somebody has read it beside the source and found it right, or takes that back. */
  protected check(entry: TranslationEntry, isRight: boolean): void {
    if (entry.text)
      this.translate(entry, translationOf(entry.source, entry.text.text, this.desk.digest, isRight));
  }

  protected removeLanguage(language: string): void {
    this.desk.edit([{ op: 'removeLanguage', language }]);
    this.moveFocus('translations-heading');
  }

  private translate(
    { part, field, text }: TranslationEntry,
    value: TranslationEntry['text'],
    typing?: string,
  ): void {
    const language = this.language();
    if (language === undefined) return;
    const change: DraftChange = {
      op: 'translate',
      language,
      part,
      field,
      was: text,
      ...(value && { value }),
    };
    this.desk.edit([change], typing);
  }
}

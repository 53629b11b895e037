import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import {
  conditionWords,
  formulaWords,
  optionsOf,
  THOUSANDTHS,
  type CompiledQuestion,
  type Question,
} from '@kilim/indicators';
import { Say } from '../../language/say';
import { PageState } from '../../page/page-state';
import { titled } from '../../page/page-title';
import { PageHeader } from '../../ui/page-header';
import { pointsWords } from '../../versions/points-words';
import { Shown } from '../../versions/shown';
import { VersionBook } from '../../versions/version-book';
import { versionOf } from '../../versions/version-store';
import { conditionSpeech } from '../../versions/condition-speech';

/** One published version to read: what a round is bound to, with points, weights, conditions and rules. */
@Component({
  selector: 'k-version-page',
  imports: [PageHeader, PageState, Shown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './version-page.html',
})
export class VersionPage {
  protected readonly say = inject(Say);
  readonly versionId = input.required<string>();

  protected readonly version = versionOf(this.versionId);
  /** The language of the version's own texts; the interface's to begin with. */
  protected readonly language = linkedSignal<string>(() => this.say.language());
  protected readonly book = computed(() =>
    this.version.hasValue() ? new VersionBook(this.version.value(), this.language()) : undefined,
  );

  constructor() {
    titled(() => this.book()?.title('questionnaire'));
  }

  protected read(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.language.set(event.target.value);
  }

  protected questions(book: VersionBook, sectionId: string): readonly CompiledQuestion[] {
    return book.compiled.questions.filter(({ section }) => section.id === sectionId);
  }

  protected condition(book: VersionBook, { askedIf }: CompiledQuestion): string | undefined {
    return askedIf === undefined ? undefined : conditionWords(askedIf, conditionSpeech(book, this.say));
  }

  /** Kind, indicator, points, weight and whether it must be answered, in one line. */
  protected facts(book: VersionBook, { question, scoring }: CompiledQuestion): string {
    const { say } = this;
    return [
      say.t(`kind.${question.kind}`),
      question.required ? say.t('version.required') : say.t('version.optional'),
      question.indicator === undefined ? say.t('version.unscored') : book.title(question.indicator),
      ...(scoring === undefined
        ? []
        : [
            say.t('version.upTo', { points: pointsWords(scoring.attainable, say) }),
            say.t('version.weight', { weight: say.number(question.weight ?? 1) }),
          ]),
    ].join(' · ');
  }

  /** Each choice with its points. */
  protected choices(
    book: VersionBook,
    question: Question,
  ): readonly { readonly words: string; readonly points: string }[] {
    const { say } = this;
    const isScored = question.indicator !== undefined;
    const points = (value: number | undefined): string =>
      isScored ? pointsWords((value ?? 0) * 1000, say) : '';
    switch (question.kind) {
      case 'yesNo':
        return question.points === undefined
          ? []
          : [
              { words: say.t('answer.yes'), points: points(question.points.yes) },
              { words: say.t('answer.no'), points: points(question.points.no) },
            ];
      case 'single':
      case 'multiple':
      case 'matrix':
        return optionsOf(question).map((option) => ({
          words:
            book.title(option.id) + (option.exclusive === true ? ` (${say.t('version.exclusive')})` : ''),
          points: points(option.points),
        }));
      case 'number':
      case 'share':
      case 'computed':
        return [
          ...(question.bands ?? []).map((band) => ({
            words: say.t('version.from', { from: say.number(band.from, 6) }),
            points: points(band.points),
          })),
          ...(question.curve ?? []).map(({ at, points: worth }) => ({
            words: say.t('version.at', { at: say.number(at, 6) }),
            points: points(worth),
          })),
        ];
      case 'ranking':
        return question.options.map((option) => ({
          words: book.title(option.id),
          points: option.counts === true ? say.t('version.counts') : '',
        }));
      case 'file':
      case 'date':
      case 'text':
      case 'set':
        return [];
    }
  }

  protected rows(book: VersionBook, question: Question): string | undefined {
    return question.kind === 'matrix'
      ? this.say.list(question.rows.map(({ id }) => book.title(id)))
      : undefined;
  }

  /** How a value is calculated, what places are worth, how many are chosen or listed. */
  protected rule(book: VersionBook, question: Question): string | undefined {
    const { say } = this;
    switch (question.kind) {
      case 'computed':
        return say.t('version.formula', {
          formula: formulaWords(question.formula, conditionSpeech(book, say)),
        });
      case 'ranking':
        return (
          question.places &&
          say.t('version.places', {
            places: say.list(question.places.map((each) => pointsWords(each * THOUSANDTHS, say))),
          })
        );
      case 'set':
        return say.t('version.instances', {
          least: say.number(question.minimum),
          most: say.number(question.maximum),
        });
      default:
        return undefined;
    }
  }

  protected cap(question: Question): string | undefined {
    return question.kind === 'multiple' && question.cap !== undefined
      ? this.say.t('version.cap', { points: pointsWords(question.cap * 1000, this.say) })
      : undefined;
  }
}

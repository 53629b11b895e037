import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import {
  formulaWords,
  partAt,
  type Condition,
  type Formula,
  type PartAddress,
  type Question,
  type QuestionKind,
} from '@kilim/indicators';
import { Say } from '../../language/say';
import { Control, Field } from '../../ui/field';
import { FieldFaults } from '../checks/field-faults';
import { ConditionEditor } from '../conditions/condition-editor';
import { FormulaEditor } from '../conditions/formula-editor';
import { DraftDesk } from '../desk/draft-desk';
import { pointTableOf, sharesOf } from '../desk/shares';
import { kindChange } from '../tree/kind-change';
import { QUESTION_KINDS } from '../tree/part-kinds';
import { lookersOf } from '../tree/part-removal';
import { conditionSpeech } from '../../versions/condition-speech';
import { CheckInput } from './check-input';
import { fieldChange } from './field-value';
import { NumberInput } from './number-input';
import { OptionsEditor } from './options-editor';
import { ScaleEditor } from './scale-editor';
import { SelectInput, type Choice } from './select-input';
import { TextInput } from './text-input';
import { typed } from './typed';
import { WordInput } from './word-input';

/** Everything that a question is made of. */
@Component({
  selector: 'k-question-form',
  imports: [
    ...[CheckInput, ConditionEditor, Control, Field, FieldFaults, FormulaEditor, NumberInput],
    ...[OptionsEditor, ScaleEditor, SelectInput, TextInput, WordInput],
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './question-form.html',
})
export class QuestionForm {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<PartAddress>();
  readonly opened = output<PartAddress>();

  protected readonly typed = typed;
  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly book = this.desk.book;
  protected readonly kinds = QUESTION_KINDS;
  protected readonly question = computed(() => {
    const questionnaire = this.desk.questionnaire();
    return questionnaire && (partAt(questionnaire, this.part()) as Question | undefined);
  });
  /** A figure's own fields; undefined for other kinds. */
  protected readonly figure = computed(() => {
    const question = this.question();
    return question?.kind === 'number' || question?.kind === 'share' || question?.kind === 'computed'
      ? question
      : undefined;
  });
  protected readonly isScorable = computed(() => {
    const kind = this.question()?.kind;
    return kind !== undefined && kind !== 'date' && kind !== 'text' && kind !== 'set';
  });
  protected readonly isInSet = computed(() => {
    return (
      this.desk
        .questionnaire()
        ?.sections.some(({ questions }) =>
          questions.some(
            (each) => each.kind === 'set' && each.questions.some(({ id }) => id === this.part()),
          ),
        ) ?? false
    );
  });
  protected readonly indicators = computed<readonly Choice[]>(() => [
    { value: '', words: this.say.t('version.unscored') },
    ...(this.desk.questionnaire()?.indicators ?? []).map(({ id }) => ({
      value: id,
      words: this.book()?.named(id) ?? id,
    })),
  ]);
  protected readonly evidence = computed<readonly Choice[]>(() => [
    { value: '', words: this.say.t('evidence.none') },
    { value: 'welcome', words: this.say.t('evidence.welcome') },
    { value: 'required', words: this.say.t('evidence.required') },
  ]);
  protected readonly quality = computed<readonly Choice[]>(() => [
    { value: '', words: this.say.t('quality.none') },
    { value: 'asked', words: this.say.t('quality.asked') },
    { value: 'required', words: this.say.t('quality.required') },
  ]);
  /** The most an answer brings, and what that is of everything. */
  protected readonly worth = computed(() => {
    const [questionnaire, question] = [this.desk.questionnaire(), this.question()];
    if (questionnaire === undefined || question?.indicator === undefined) return undefined;
    const { points, attainable } = pointTableOf(question);
    if (points.kind === 'none') return undefined;
    const shares = sharesOf(questionnaire);
    const [index] = questionnaire.indices;
    const inIndicator = shares.inIndicator(question) ?? 0;
    const inIndex = index ? inIndicator * shares.inMean(index.id, question.indicator) : 0;
    return {
      points: this.say.n('points', attainable / 1000),
      indicator: this.book()?.title(question.indicator) ?? '',
      inIndicator: this.say.percent(Math.round(inIndicator * 1000) / 10),
      inIndex: this.say.percent(Math.round(inIndex * 1000) / 10),
      index: index ? (this.book()?.title(index.id) ?? '') : '',
    };
  });
  protected readonly lookers = computed(() => {
    const questionnaire = this.desk.questionnaire();
    return questionnaire && lookersOf(questionnaire, new Set([this.part()]));
  });
  protected readonly formula = computed(() => {
    const [question, book] = [this.question(), this.book()];
    return question?.kind === 'computed' && book
      ? formulaWords(question.formula, conditionSpeech(book, this.say))
      : '';
  });

  protected changeKind(kind: string): void {
    const [document, question] = [this.desk.document(), this.question()];
    if (document && question)
      this.desk.edit(kindChange(document, question, kind as QuestionKind, this.desk.newId));
  }

  protected set(field: string, value: unknown): void {
    this.desk.edit([fieldChange(this.desk.document(), this.part(), field, value)]);
  }

  protected setCondition(condition: Condition | undefined): void {
    this.set('askedIf', condition);
  }

  protected setFormula(formula: Formula): void {
    this.set('formula', formula);
  }

  protected evidenceKinds(event: Event): void {
    const value = typed(event);
    this.set('evidence/kinds', value === '' ? undefined : [value]);
  }

  protected setNeed(event: Event): void {
    const need = typed(event);
    const evidence = this.question()?.evidence;
    if (need === '') this.set('evidence', undefined);
    else
      this.set(
        evidence === undefined ? 'evidence' : 'evidence/need',
        evidence === undefined ? { need } : need,
      );
  }

  /** Points by place, as a list with semicolons between them. */
  protected places(event: Event): void {
    const numbers = typed(event)
      .split(/[;\s]+/)
      .filter(Boolean)
      .map((each) => Number(each.replace(',', '.')));
    if (numbers.some((each) => !Number.isFinite(each))) return;
    this.set('places', numbers.length === 0 ? undefined : numbers);
  }
}

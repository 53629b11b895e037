import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Say } from '../../language/say';
import { DraftDesk } from '../desk/draft-desk';
import { VersionLine } from '../desk/version-line';
import { questionsOf } from '../desk/shares';
import { CheckInput } from './check-input';
import { RulesFields } from './rules-fields';
import { TextInput } from './text-input';
import { WordInput } from './word-input';

/** The version itself: what it is called, its rules, its languages. */
@Component({
  selector: 'k-whole-form',
  imports: [CheckInput, RulesFields, TextInput, WordInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-text-input part="questionnaire" [label]="say.t('field.title')" />
    <k-text-input part="questionnaire" field="intro" [label]="say.t('field.intro')" [rows]="4" />
    <div class="triple">
      <k-word-input
        part="questionnaire"
        field="version"
        [label]="say.t('begin.called')"
        [hint]="say.t('begin.called.hint')"
        [fault]="isNameTaken() ? say.t('publish.nameTaken') : undefined"
      />
      <k-word-input
        part="questionnaire"
        field="code"
        [label]="say.t('begin.code')"
        [hint]="say.t('begin.code.hint')"
      />
    </div>
    <k-check-input
      part="questionnaire"
      field="illustrative"
      [label]="say.t('whole.illustrative')"
      [isAlwaysSaid]="true"
    />
    <section>
      <h3 class="below-2">{{ say.t('version.rules') }}</h3>
      <k-rules-fields part="questionnaire" />
    </section>
    <section>
      <h3 class="below-2">{{ say.t('whole.size') }}</h3>
      <dl class="kv">
        @for (fact of facts(); track fact.name) {
          <dt>{{ fact.name }}</dt>
          <dd>{{ fact.value }}</dd>
        }
      </dl>
    </section>
  `,
})
export class WholeForm {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  protected readonly isNameTaken = inject(VersionLine).isNameTaken;
  protected readonly facts = computed(() => {
    const document = this.desk.document();
    if (document === undefined) return [];
    const { say } = this;
    const { questionnaire, languages } = document;
    return [
      { name: say.t('whole.sections'), value: say.number(questionnaire.sections.length) },
      { name: say.t('whole.questions'), value: say.number(questionsOf(questionnaire).length) },
      { name: say.t('whole.indicators'), value: say.number(questionnaire.indicators.length) },
      {
        name: say.t('whole.languages'),
        value: say.list([questionnaire.sourceLanguage, ...languages].map((each) => say.languageName(each))),
      },
    ];
  });
}

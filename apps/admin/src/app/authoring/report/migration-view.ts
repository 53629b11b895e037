import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ChangeReport } from '@kilim/contracts';
import { MigrationGrade, type QuestionMigration } from '@kilim/indicators';
import { Say } from '../../language/say';

/** What becomes of the answers that cities gave: how well each question's are carried over, and how many of each city's. */
@Component({
  selector: 'k-migration-view',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './migration-view.html',
  host: { class: 'stack' },
})
export class MigrationView {
  protected readonly say = inject(Say);
  readonly report = input.required<ChangeReport>();

  protected readonly grades = MigrationGrade.options;
  /** The questions whose answers are not carried over just as they are, the worst first. */
  protected readonly touched = computed(() =>
    this.report()
      .content.migration.filter(({ grade }) => grade !== 'identical')
      .sort((a, b) => this.grades.indexOf(b.grade) - this.grades.indexOf(a.grade)),
  );
  protected readonly untouched = computed(
    () => this.report().content.migration.length - this.touched().length,
  );
  protected readonly cities = computed(() => this.report().content.impact?.cities ?? []);

  protected code({ codeBefore, codeAfter }: QuestionMigration): string {
    return codeAfter === undefined || codeAfter === codeBefore
      ? codeBefore
      : this.say.t('history.change', { from: codeBefore, to: codeAfter });
  }

  protected rules({ rules }: QuestionMigration): string {
    return this.say.list(rules.map((rule) => this.say.t(`migration.rule.${rule}`)));
  }
}

import * as z from 'zod';

/**
 * How well an answer to a question of one version answers the question of another, best first.
 *
 * | grade | |
 * |---|---|
 * | `identical` | the same question, the same value |
 * | `compatible` | it says the same; asked in other words, or among other choices |
 * | `proximate` | it says nearly the same; something of it was left out or is told otherwise |
 * | `tentative` | a guess, or a value that must be mended before it counts |
 * | `impossible` | it cannot be carried over |
 */
export const MigrationGrade = z
  .enum(['identical', 'compatible', 'proximate', 'tentative', 'impossible'])
  .meta({ id: 'MigrationGrade' });
export type MigrationGrade = z.infer<typeof MigrationGrade>;

/**
 * What was done with an answer, or what is to be known about it; each rule lets it be graded so at best.
 *
 * | rule | grade | |
 * |---|---|---|
 * | `same` | identical | nothing that an answer says or hangs on is otherwise; bands, points, weights and codes may be |
 * | `reworded` | compatible | question, unit, choice or row in other words, in a language that both have |
 * | `choicesAdded` | compatible | there are further choices, columns or rows |
 * | `choicesRemoved` | compatible | there are fewer; the answer had chosen none of those that are gone |
 * | `limitsChanged` | compatible | another range, number of decimal places, of choices, of words, or other exclusive choices |
 * | `kindChanged` | compatible | another kind of question; it does not apply all the same |
 * | `wrapped` | compatible | one choice, as a list of one |
 * | `onlyChoice` | proximate | the one choice there was of several |
 * | `choiceDropped` | proximate | a choice or row that is gone was left out |
 * | `asPercentage` | proximate | a number in percent as a share, or the other way round |
 * | `writtenOut` | proximate | a figure or date as words |
 * | `byCode` | tentative | yes and no by the codes `yes` and `no` of choices, or the other way round |
 * | `orderDropped` | tentative | what was put in order, without the order |
 * | `read` | tentative | words read as a figure or date |
 * | `unitChanged` | tentative | the figure as it was, in another unit |
 * | `toBeMended` | tentative | the value has faults that it did not have, and counts once they are mended |
 * | `choiceGone` | impossible | nothing that was chosen is there any more |
 * | `severalChosen` | impossible | several choices where one is asked for |
 * | `otherKind` | impossible | no rule leads from one kind to the other, or not for this value |
 * | `calculated` | impossible | nobody answers it any more: it is calculated |
 * | `otherPlace` | impossible | it stands in another repeated set, or no longer in one |
 * | `removed` | impossible | it is not asked any more |
 * | `unknown` | impossible | the older version did not ask it |
 */
export const MigrationRule = z
  .enum([
    'same',
    'reworded',
    'choicesAdded',
    'choicesRemoved',
    'limitsChanged',
    'kindChanged',
    'wrapped',
    'onlyChoice',
    'choiceDropped',
    'asPercentage',
    'writtenOut',
    'byCode',
    'orderDropped',
    'read',
    'unitChanged',
    'toBeMended',
    'choiceGone',
    'severalChosen',
    'otherKind',
    'calculated',
    'otherPlace',
    'removed',
    'unknown',
  ])
  .meta({ id: 'MigrationRule' });
export type MigrationRule = z.infer<typeof MigrationRule>;

const AT_BEST: Readonly<Record<MigrationRule, MigrationGrade>> = {
  same: 'identical',
  reworded: 'compatible',
  choicesAdded: 'compatible',
  choicesRemoved: 'compatible',
  limitsChanged: 'compatible',
  kindChanged: 'compatible',
  wrapped: 'compatible',
  onlyChoice: 'proximate',
  choiceDropped: 'proximate',
  asPercentage: 'proximate',
  writtenOut: 'proximate',
  byCode: 'tentative',
  orderDropped: 'tentative',
  read: 'tentative',
  unitChanged: 'tentative',
  toBeMended: 'tentative',
  choiceGone: 'impossible',
  severalChosen: 'impossible',
  otherKind: 'impossible',
  calculated: 'impossible',
  otherPlace: 'impossible',
  removed: 'impossible',
  unknown: 'impossible',
};

/** The grade that all these rules leave: that of the worst; `identical` where there is none. */
export function gradeOf(rules: readonly MigrationRule[]): MigrationGrade {
  const grades = MigrationGrade.options;
  const worst = Math.max(0, ...rules.map((rule) => grades.indexOf(AT_BEST[rule])));
  return grades[worst] ?? 'impossible';
}

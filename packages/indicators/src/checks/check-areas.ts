import { THOUSANDTHS, toThousandths } from '../definition/thousandths.js';
import { orderByDependence } from '../definition/dependence.js';
import type { FaultList } from './fault-list.js';
import type { Path } from '../definition/json-pointer.js';
import type { PlacedQuestion } from '../definition/parts.js';
import { isNeverScored, layOutPoints } from '../definition/points.js';
import type { Composite, Index, Questionnaire } from '../definition/questionnaire.js';

/**
 * Indicators have something to score and stand in some mean; means name each area once, among those that exist, and
 * composites do not go in circles.
 */
export function checkAreas(
  questionnaire: Questionnaire,
  questions: readonly PlacedQuestion[],
  faults: FaultList,
): void {
  checkIndicatorNames(questionnaire, questions, faults);
  checkIndicators(questionnaire, questions, faults);
  const { indicators, composites, indices } = questionnaire;
  const areas = new Set([...indicators, ...composites].map((area) => area.id));
  for (const key of ['composites', 'indices'] as const)
    for (const [at, mean] of questionnaire[key].entries()) checkMembers(mean, areas, [key, at], faults);
  const used = new Set(
    [...composites, ...indices].flatMap((mean) => mean.members.map((member) => member.of)),
  );
  for (const key of ['indicators', 'composites'] as const)
    for (const [at, area] of questionnaire[key].entries()) {
      if (used.has(area.id)) continue;
      faults.add({
        code: 'indicatorUnused',
        path: [key, at],
        message: `“${area.code}” is a member of no composite and no index.`,
        mend: 'Make it a member, unless it is meant to stand alone.',
      });
    }
  checkCompositeCircles(composites, faults);
}

function checkIndicatorNames(
  questionnaire: Questionnaire,
  questions: readonly PlacedQuestion[],
  faults: FaultList,
): void {
  const known = new Set(questionnaire.indicators.map((indicator) => indicator.id));
  for (const { question, path } of questions) {
    if (question.indicator === undefined || known.has(question.indicator)) continue;
    faults.add({
      code: 'unknownIndicator',
      path: [...path, 'indicator'],
      message: `There is no indicator with the id “${question.indicator}”.`,
      mend: 'Name the id of an indicator of this version (its id, not its code; composites have no questions).',
    });
  }
}

function checkIndicators(
  questionnaire: Questionnaire,
  questions: readonly PlacedQuestion[],
  faults: FaultList,
): void {
  const attainable = new Map<string, number>();
  for (const { question, set } of questions) {
    if (question.indicator === undefined || isNeverScored(question)) continue;
    const once = layOutPoints(question).attainable * toThousandths(question.weight ?? 1);
    const sum = once * (set?.maximum ?? 1);
    attainable.set(question.indicator, (attainable.get(question.indicator) ?? 0) + sum);
  }
  for (const [at, indicator] of questionnaire.indicators.entries()) {
    const sum = attainable.get(indicator.id);
    if (sum === undefined)
      faults.add({
        code: 'indicatorWithoutQuestions',
        path: ['indicators', at],
        message: `No scored question feeds “${indicator.code}”.`,
        mend: 'Name it as the indicator of a question, or remove it.',
      });
    else if (sum === 0)
      faults.add({
        code: 'nothingAttainable',
        path: ['indicators', at],
        message: `Nothing can be reached in “${indicator.code}”: all its questions are worth 0.`,
        mend: 'Give its questions points and weight.',
      });
    else if (sum > Number.MAX_SAFE_INTEGER)
      faults.add({
        code: 'sumTooLarge',
        path: ['indicators', at],
        message: `The points and weights of “${indicator.code}” add up to more than can be counted exactly.`,
        mend: 'Divide all its points, or all its weights, by ten.',
      });
  }
}

function checkMembers(
  { code, members, weightTotal }: Composite | Index,
  areas: ReadonlySet<string>,
  above: Path,
  faults: FaultList,
): void {
  const path = [...above, 'members'];
  const sum = members.reduce((total, member) => total + toThousandths(member.weight), 0);
  if (weightTotal !== undefined && sum !== Math.round(weightTotal * THOUSANDTHS))
    faults.add({
      code: 'weightsOff',
      path,
      message: `The weights of “${code}” add up to ${String(sum / THOUSANDTHS)}, not to ${String(weightTotal)}.`,
      mend: 'Correct a weight, or what they are meant to add up to.',
    });
  const seen = new Set<string>();
  for (const [at, member] of members.entries()) {
    if (!areas.has(member.of))
      faults.add({
        code: 'unknownMember',
        path: [...path, at, 'of'],
        message: `There is no indicator or composite with the id “${member.of}”.`,
        mend: 'Name the id of an indicator or composite of this version (its id, not its code).',
      });
    if (seen.has(member.of))
      faults.add({
        code: 'duplicateMember',
        path: [...path, at, 'of'],
        message: `“${member.of}” is already a member.`,
        mend: 'Name each member once, with the sum of its weights.',
      });
    seen.add(member.of);
  }
}

function checkCompositeCircles(composites: readonly Composite[], faults: FaultList): void {
  const byId = new Map(composites.map((composite) => [composite.id, composite]));
  const order = orderByDependence(composites, (composite) =>
    composite.members.flatMap((member) => byId.get(member.of) ?? []),
  );
  const first = order.ok ? undefined : order.circle[0];
  if (order.ok || first === undefined) return;
  faults.add({
    code: 'compositeCircular',
    path: ['composites', composites.indexOf(first), 'members'],
    message: `The composites go in a circle: ${[...order.circle, first].map(({ code }) => code).join(' → ')}.`,
    mend: 'Remove one of them from the members of the one before it.',
  });
}

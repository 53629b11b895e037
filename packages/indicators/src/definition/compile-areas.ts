import type { CompiledIndicator, CompiledMean, CompiledQuestion, CompiledQuestionnaire } from './compiled.js';
import { toThousandths } from './thousandths.js';
import { orderByDependence } from './dependence.js';
import { gather } from './gather.js';
import type { IndicatorRules, Questionnaire, Rules } from './questionnaire.js';

/** The indicators with their scored questions and the rules that hold for each. */
export function compileIndicators(
  questionnaire: Questionnaire,
  questions: readonly CompiledQuestion[],
): readonly CompiledIndicator[] {
  const byIndicator = gather(
    questions.filter(({ scoring }) => scoring !== undefined),
    ({ scoring }) => scoring?.indicator ?? '',
  );
  return questionnaire.indicators.map(({ id, code, rules }) => {
    const own = byIndicator.get(id) ?? [];
    return {
      id,
      code,
      questions: own,
      rules: rulesOf(questionnaire.rules, rules),
      isInterpolated: own.some(({ scoring }) => scoring?.points.kind === 'curve'),
    };
  });
}

function rulesOf(version: Rules, own: IndicatorRules | undefined): Rules {
  return {
    unanswered: own?.unanswered ?? version.unanswered,
    notApplicable: own?.notApplicable ?? version.notApplicable,
    coverageToScore: own?.coverageToScore ?? version.coverageToScore,
    coverageToPublish: own?.coverageToPublish ?? version.coverageToPublish,
  };
}

/**
 * The composites, each after those among its members, and the indices.
 *
 * @throws Error when composites go in circles
 */
export function compileMeans(
  questionnaire: Questionnaire,
): Pick<CompiledQuestionnaire, 'composites' | 'indices'> {
  const { indicators, composites, indices } = questionnaire;
  const codes = new Map([...indicators, ...composites].map(({ id, code }) => [id, code]));
  const compiled = [...composites, ...indices].map(
    ({ id, code, members, coverageToScore }): CompiledMean => ({
      id,
      code,
      coverageToScore: coverageToScore ?? 0,
      members: members
        .map((member) => ({
          of: member.of,
          code: codes.get(member.of) ?? member.of,
          weight: toThousandths(member.weight),
        }))
        .sort((a, b) => (a.of < b.of ? -1 : 1)),
    }),
  );
  const compiledComposites = compiled.slice(0, composites.length);
  const byId = new Map(compiledComposites.map((composite) => [composite.id, composite]));
  const order = orderByDependence(compiledComposites, (composite) =>
    composite.members.flatMap((member) => byId.get(member.of) ?? []),
  );
  if (!order.ok) throw new Error('The composites of this questionnaire go in a circle.');
  return { composites: order.order, indices: compiled.slice(composites.length) };
}

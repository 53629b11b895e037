import type { Address, CompiledMean, CompiledQuestionnaire, Id, QuestionScore } from '@kilim/indicators';

/** How much a question can move, as fractions of the whole scale. */
export interface QuestionEffect {
  /** The index it is measured by: the first that it feeds. */
  readonly index: Id;
  /** Its part of that index, 0 to 1. */
  readonly ofIndex: number;
  /** Its part of its indicator, 0 to 1. */
  readonly ofIndicator: number;
}

/**
 * How much each scored question weighs in its index, by points and weights alone: attainable points × weight within
 * the indicator, times the indicator's part of the index. Only questions that are asked share the indicator's weight.
 */
export function questionEffects(
  compiled: CompiledQuestionnaire,
  asked: readonly Pick<QuestionScore, 'address' | 'id'>[],
): ReadonlyMap<Address, QuestionEffect> {
  const effects = new Map<Address, QuestionEffect>();
  const parts = compiled.indices.map((index) => ({ index, parts: partsOf(index, compiled.composites) }));
  for (const indicator of compiled.indicators) {
    const home = parts.find((each) => each.parts.has(indicator.id));
    const share = home?.parts.get(indicator.id);
    if (home === undefined || share === undefined) continue;
    const counted = asked.flatMap(({ address, id }) => {
      const scoring = compiled.byId.get(id)?.scoring;
      return scoring?.indicator === indicator.id
        ? [{ address, worth: scoring.attainable * scoring.weight }]
        : [];
    });
    const sum = counted.reduce((total, { worth }) => total + worth, 0);
    for (const { address, worth } of counted) {
      const ofIndicator = sum === 0 ? 0 : worth / sum;
      effects.set(address, { index: home.index.id, ofIndicator, ofIndex: ofIndicator * share });
    }
  }
  return effects;
}

/** What part of a mean each indicator is, through composites. */
function partsOf(mean: CompiledMean, composites: readonly CompiledMean[]): ReadonlyMap<Id, number> {
  const whole = mean.members.reduce((sum, { weight }) => sum + weight, 0);
  const parts = new Map<Id, number>();
  for (const { of, weight } of mean.members) {
    const composite = composites.find(({ id }) => id === of);
    if (composite === undefined) parts.set(of, weight / whole);
    else for (const [id, part] of partsOf(composite, composites)) parts.set(id, (part * weight) / whole);
  }
  return parts;
}

import type { Address } from '../answers/address.js';
import type { QuestionStates } from '../answers/standing.js';
import type { CompiledQuestionnaire } from '../definition/compiled.js';
import type { Id } from '../definition/identity.js';

/**
 * The answers that a score still waits for, in the order of the form: what is asked and open or faulty among the
 * questions that are scored in it and all that decides whether those are asked and what they come to. As long as open
 * answers can move the score there are some; one among them may not be able to, where the others have decided already.
 *
 * @param of an index, composite or indicator
 */
export function openBehind(
  compiled: CompiledQuestionnaire,
  states: QuestionStates,
  of: Id,
): readonly Address[] {
  const behind = questionsBehind(compiled, of);
  return [...states.values()]
    .filter(({ isVisible, standing: { kind }, compiled: { question } }) => {
      const isToCome = isVisible && (kind === 'open' || kind === 'faulty');
      return isToCome && question.kind !== 'computed' && behind.has(question.id);
    })
    .map(({ address }) => address);
}

/** The questions scored in an area, and all that these look at or stand in, in turn. */
function questionsBehind(compiled: CompiledQuestionnaire, of: Id): ReadonlySet<Id> {
  const indicators = indicatorsIn(compiled, of);
  const behind = new Set<Id>();
  const enter = (id: Id): void => {
    const each = compiled.byId.get(id);
    if (!each || behind.has(id)) return;
    behind.add(id);
    for (const other of each.looksAt) enter(other);
    if (each.set) enter(each.set.id);
  };
  for (const { question, scoring } of compiled.questions)
    if (scoring && scoring.weight > 0 && indicators.has(scoring.indicator)) enter(question.id);
  return behind;
}

/** The indicators that an area is made of; an indicator consists of itself. */
function indicatorsIn(
  { composites, indices }: Pick<CompiledQuestionnaire, 'composites' | 'indices'>,
  of: Id,
): ReadonlySet<Id> {
  const mean = [...composites, ...indices].find(({ id }) => id === of);
  if (!mean) return new Set([of]);
  const members = mean.members.filter(({ weight }) => weight > 0);
  return new Set(members.flatMap((member) => [...indicatorsIn({ composites, indices }, member.of)]));
}

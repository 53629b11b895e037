import type { Id, QuestionOf } from '@kilim/indicators';

/**
 * Choosing “none of these” takes the other choices back, and choosing another takes it back: nobody has to do it by
 * hand. What was chosen last decides; everything else stays as it is.
 */
export function settleExclusive(
  question: QuestionOf<'multiple'>,
  before: readonly Id[],
  after: readonly Id[],
): readonly Id[] {
  const exclusive = new Set(
    question.options.filter((option) => option.exclusive === true).map(({ id }) => id),
  );
  const added = after.filter((id) => !before.includes(id));
  const alone = added.find((id) => exclusive.has(id));
  if (alone !== undefined) return [alone];
  return added.length === 0 ? after : after.filter((id) => !exclusive.has(id));
}

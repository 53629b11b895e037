import { NO_INSTANCE, type CompiledQuestionnaire } from '@kilim/indicators';

/** Why nothing can be answered at a place, and which part of it is to blame. */
export interface NotAsked {
  readonly in: 'body';
  readonly pointer: '/questionId' | '/instanceId';
  readonly message: string;
}

/**
 * Whether a version asks a question at a place: with an instance in a repeated set, without one elsewhere, and nowhere
 * what it calculates. Undefined when it does.
 */
export function notAskedAt(
  { byId }: CompiledQuestionnaire,
  { questionId, instanceId }: { readonly questionId: string; readonly instanceId: string },
): NotAsked | undefined {
  const found = byId.get(questionId);
  if (!found) return { in: 'body', pointer: '/questionId', message: `There is no ${questionId}.` };
  const { question, set } = found;
  if (question.kind === 'computed')
    return {
      in: 'body',
      pointer: '/questionId',
      message: `${question.code} is calculated: nobody answers it.`,
    };
  if (set === undefined && instanceId !== NO_INSTANCE)
    return { in: 'body', pointer: '/instanceId', message: `${question.code} is asked once only.` };
  if (set !== undefined && instanceId === NO_INSTANCE)
    return {
      in: 'body',
      pointer: '/instanceId',
      message: `${question.code} is asked of each ${set.code}: say of which.`,
    };
  return undefined;
}

import type { DraftStacks } from '@kilim/contracts';
import type { DraftStepRow } from './draft-step.entity.js';

/** What of a step decides what can be taken back. */
export type StackedStep = Pick<DraftStepRow, 'revision' | 'kind' | 'ofRevision'>;

/**
 * What somebody can take back and make again, from their own steps, the newest first: the last that is not taken back,
 * and the last taking back after which they did nothing else. So it outlives a reload.
 */
export function stacksOf(own: readonly StackedStep[]): DraftStacks {
  const undone = new Set<number>();
  const redone = new Set<number>();
  let undo: number | undefined;
  let redo: number | undefined;
  let hasEdited = false;
  for (const { revision, kind, ofRevision } of own) {
    switch (kind) {
      case 'undone':
        if (!hasEdited && !redone.has(revision)) redo ??= revision;
        undone.add(ofRevision ?? 0);
        break;
      case 'redone':
        redone.add(ofRevision ?? 0);
        if (!undone.has(revision)) undo ??= revision;
        break;
      case 'edited':
      case 'restored':
        hasEdited = true;
        if (!undone.has(revision)) undo ??= revision;
        break;
      case 'created':
      case 'discarded':
      case 'recovered':
      case 'published':
        break;
    }
    if (undo !== undefined && (redo !== undefined || hasEdited)) break;
  }
  return { ...(undo !== undefined && { undo }), ...(redo !== undefined && { redo }) };
}

/**
 * Of steps in order, those that still have an effect: one that was taken back and the one that took it back have none
 * together.
 */
export function effectiveSteps<Step extends StackedStep>(steps: readonly Step[]): readonly Step[] {
  const cancelled = new Set<number>();
  for (const { kind, revision, ofRevision } of steps) {
    if (kind !== 'undone' || ofRevision === null) continue;
    if (steps.some((step) => step.revision === ofRevision)) cancelled.add(revision).add(ofRevision);
  }
  return steps.filter(({ revision }) => !cancelled.has(revision));
}

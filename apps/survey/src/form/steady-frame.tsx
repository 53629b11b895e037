import { memo, type ReactElement } from 'react';
import type { Asked } from '../assessment/asked.js';
import { WorkContext, type Reading, type Work } from '../assessment/work.js';
import type { SaverView } from '../assessment/saver-view.js';
import { QuestionFrame } from './question-frame.js';
import type { SectionModel } from './section-model.js';
import { violationsAt } from './violation-notes.js';

interface Parts {
  readonly asked: Asked;
  readonly model: SectionModel;
  readonly isLocked: boolean;
  readonly work: Work;
}

/**
 * A question that is drawn anew only where something about it has changed. Every letter changes the work on the
 * assessment, and hardly any of the fifty questions in a section with it.
 */
export const SteadyFrame = memo(Frame, isSteady);

function Frame({ asked, model, isLocked, work }: Parts): ReactElement {
  return (
    <WorkContext value={work}>
      <QuestionFrame asked={asked} model={model} isLocked={isLocked} />
    </WorkContext>
  );
}

/** What a question's frame shows beside its own answer is the same object as long as it has not changed. */
const WHOLE = [
  ...(['session', 'assessment', 'version', 'texts', 'language', 'saver', 'now'] as const),
  ...(['evidence', 'fileRoom', 'clarifications'] as const),
];

function isSteady(before: Parts, after: Parts): boolean {
  return (
    before.model === after.model &&
    before.isLocked === after.isLocked &&
    before.asked.question === after.asked.question &&
    before.asked.address === after.asked.address &&
    before.asked.position === after.asked.position &&
    WHOLE.every((part) => before.work[part] === after.work[part]) &&
    isSavedAlike(after.asked, before.work.saved, after.work.saved) &&
    isReadAlike(after.asked, before.work.reading, after.work.reading)
  );
}

/** That it is not saved yet, and what that waits for, is followed by what says so. */
function isSavedAlike({ address }: Asked, before: SaverView, after: SaverView): boolean {
  return (
    // What is wrong is told in full, with what is being done about it.
    !before.troubles.has(address) &&
    !after.troubles.has(address) &&
    before.keeping === after.keeping &&
    before.acknowledged.get(address) === after.acknowledged.get(address) &&
    isAlike(before.held.get(address), after.held.get(address))
  );
}

function isReadAlike(asked: Asked, before: Reading, after: Reading): boolean {
  const standing = ({ states }: Reading): unknown => states.get(asked.address)?.standing;
  return (
    before === after ||
    (isAlike(standing(before), standing(after)) &&
      isAlike(violationsAt(asked, before.violations), violationsAt(asked, after.violations)))
  );
}

function isAlike(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

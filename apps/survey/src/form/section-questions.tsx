import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../assessment/asked.js';
import { useWork, type IsLocked } from '../assessment/work.js';
import { QuestionsToRead } from './questions-to-read.js';
import type { SectionModel } from './section-model.js';
import { SetFrame } from './set-frame.js';
import { SteadyFrame } from './steady-frame.js';
import { useFocusPlace } from './use-focus-place.js';
import { useSectionModel } from './use-section-model.js';

/** The questions of a section to be answered: the part of the form that brings SurveyJS with it. */
export default function SectionQuestions({
  sectionId,
  asked,
  isLocked,
}: Readonly<{ sectionId: string; asked: readonly Asked[]; isLocked: IsLocked }>): ReactElement {
  const { t } = useTranslation();
  const model = useSectionModel(sectionId, isLocked);
  useFocusPlace(model);
  if (!model) return <QuestionsToRead asked={asked} />;
  return (
    <>
      {asked
        .filter(({ position }) => position === undefined)
        .map((each) => (
          <Frame key={each.address} asked={each} among={asked} model={model} isLocked={isLocked} />
        ))}
      {/* Speaks when an answer brings or takes questions; silent on opening. */}
      <p className="sr" role="status">
        {t('section.asked', { count: asked.length })}
      </p>
    </>
  );
}

/** A question, or a set with the questions of its instances. */
function Frame({
  asked,
  among,
  model,
  isLocked,
}: Readonly<{
  asked: Asked;
  among: readonly Asked[];
  model: SectionModel;
  isLocked: IsLocked;
}>): ReactElement {
  const work = useWork();
  const { question } = asked;
  if (question.kind !== 'set')
    return <SteadyFrame asked={asked} model={model} isLocked={isLocked(question.id)} work={work} />;
  const own = new Set(question.questions.map(({ id }) => id));
  const within = among.filter((each) => own.has(each.question.id));
  return <SetFrame asked={asked} set={question} within={within} model={model} isLocked={isLocked} />;
}

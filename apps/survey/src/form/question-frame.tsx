import type { Question } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useWork } from '../assessment/work.js';
import { DataQualityField } from './data-quality-field.js';
import { EvidenceList } from './evidence-list.js';
import { faultsOf } from './fault-banner.js';
import { FaultMessages } from './fault-messages.js';
import { NotApplicableNote } from './not-applicable-note.js';
import { QuestionFoot } from './question-foot.js';
import { QuestionHead } from './question-head.js';
import type { SectionModel } from './section-model.js';
import { SurveyControl } from './survey-view.js';
import { TroubleNote } from './trouble-note.js';

/** One question with everything around its control: title, help, faults, data quality, evidence, history. */
export function QuestionFrame({
  question,
  model,
  isLocked,
}: Readonly<{ question: Question; model: SectionModel; isLocked: boolean }>): ReactElement | null {
  const { texts, reading, saved } = useWork();
  const shown = model.shown(question.id);
  if (!shown) return null;
  const { code } = question;
  const faults = faultsOf(question, reading);
  const held = saved.held.get(question.id);
  const isNotApplicable = held?.answer?.kind === 'notApplicable';
  const unit = question.kind === 'share' ? '%' : texts.find(question.id, 'unit')?.text;
  const ids = { title: `${code}-title`, help: `${code}-help`, faults: `${code}-faults` };
  const about = {
    describedBy: [ids.help, ...(faults.length > 0 ? [ids.faults] : [])],
    isInvalid: faults.length > 0,
    ...((question.kind === 'number' || question.kind === 'share') && { inputMode: 'decimal' as const }),
  };
  return (
    <section
      className={faults.length > 0 ? 'q q--bad' : 'q'}
      id={code}
      aria-labelledby={ids.title}
      tabIndex={-1}
    >
      <QuestionHead question={question} ids={ids} inputId={isNotApplicable ? undefined : shown.inputId} />
      <div className="q__body">
        {isNotApplicable ? (
          <NotApplicableNote question={question} reason={held.reason} isLocked={isLocked} />
        ) : (
          <div className={unit === undefined ? undefined : 'unit'}>
            <SurveyControl question={shown} about={about} />
            {unit !== undefined && <span>{unit}</span>}
          </div>
        )}
        <FaultMessages question={question} faults={faults} id={ids.faults} isLocked={isLocked} />
        <TroubleNote question={question} />
        <DataQualityField question={question} isLocked={isLocked} />
      </div>
      <EvidenceList question={question} isLocked={isLocked} />
      <QuestionFoot question={question} isLocked={isLocked} />
    </section>
  );
}

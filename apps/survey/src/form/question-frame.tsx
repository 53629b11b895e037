import type { ReactElement } from 'react';
import type { Asked } from '../assessment/asked.js';
import { useWork } from '../assessment/work.js';
import type { Question as SurveyQuestion } from 'survey-core';
import { CalculatedValue } from './calculated-value.js';
import { ClarificationNotes } from './clarification-notes.js';
import type { ControlAbout } from './control-about.js';
import { DataQualityField } from './data-quality-field.js';
import { EvidenceList } from './evidence-list.js';
import { faultsOf } from './fault-banner.js';
import { FaultMessages } from './fault-messages.js';
import { useHalfTyped } from './half-typed.js';
import { NotApplicableNote } from './not-applicable-note.js';
import { QuestionFoot } from './question-foot.js';
import { QuestionHead } from './question-head.js';
import type { SectionModel } from './section-model.js';
import { SurveyControl } from './survey-control.js';
import { TroubleNote } from './trouble-note.js';
import { ViolationNotes, violationsAt } from './violation-notes.js';

/** One question with everything around its control: title, help, faults, data quality, evidence, history. */
export function QuestionFrame({
  asked,
  model,
  isLocked,
}: Readonly<{ asked: Asked; model: SectionModel; isLocked: boolean }>): ReactElement {
  const { reading, saved } = useWork();
  const { question, address, anchor } = asked;
  const faults = faultsOf(asked, reading);
  const held = saved.held.get(address);
  const isNotApplicable = held?.answer?.kind === 'notApplicable';
  const ids = {
    title: `${anchor}-title`,
    help: `${anchor}-help`,
    faults: `${anchor}-faults`,
    violations: `${anchor}-violations`,
  };
  const inputId = isNotApplicable ? undefined : model.shown(address)?.inputId;
  return (
    <section
      className={faults.length > 0 ? 'q q--bad' : 'q'}
      id={anchor}
      aria-labelledby={ids.title}
      tabIndex={-1}
    >
      <QuestionHead asked={asked} ids={ids} inputId={inputId} />
      <div className="q__body">
        {isNotApplicable ? (
          <NotApplicableNote asked={asked} reason={held.reason} isLocked={isLocked} />
        ) : (
          <Control asked={asked} model={model} ids={ids} isFaulty={faults.length > 0} />
        )}
        <FaultMessages asked={asked} faults={faults} id={ids.faults} isLocked={isLocked} />
        <ViolationNotes asked={asked} id={ids.violations} />
        <TroubleNote at={asked} />
        <DataQualityField asked={asked} isLocked={isLocked} />
      </div>
      <ClarificationNotes asked={asked} />
      <EvidenceList asked={asked} isLocked={isLocked} />
      {question.kind !== 'computed' && <QuestionFoot asked={asked} isLocked={isLocked} />}
    </section>
  );
}

/** What one answers in, or reads: of a file question the list of evidence below is the control. */
function Control({
  asked,
  model,
  ids,
  isFaulty,
}: Readonly<{
  asked: Asked;
  model: SectionModel;
  ids: { readonly help: string; readonly faults: string; readonly violations: string };
  isFaulty: boolean;
}>): ReactElement | null {
  const { texts, reading } = useWork();
  const { question, address } = asked;
  const shown = model.shown(address);
  if (question.kind === 'computed') return <CalculatedValue asked={asked} />;
  if (question.kind === 'file' || !shown) return null;
  const unit = question.kind === 'share' ? '%' : texts.find(question.id, 'unit')?.text;
  const isViolated = violationsAt(asked, reading.violations).length > 0;
  const about = {
    describedBy: [ids.help, ...(isFaulty ? [ids.faults] : []), ...(isViolated ? [ids.violations] : [])],
    isInvalid: isFaulty,
    ...((question.kind === 'number' || question.kind === 'share') && { inputMode: 'decimal' as const }),
    ...(question.kind === 'text' && { mostLetters: question.maxLength }),
  };
  return (
    <div className={unit === undefined ? undefined : 'unit'}>
      {question.kind === 'date' ? (
        <DateControl asked={asked} shown={shown} about={about} />
      ) : (
        <SurveyControl question={shown} about={about} />
      )}
      {unit !== undefined && <span>{unit}</span>}
    </div>
  );
}

function DateControl({
  asked: { question, address },
  shown,
  about,
}: Readonly<{ asked: Asked; shown: SurveyQuestion; about: ControlAbout }>): ReactElement {
  const begun = useHalfTyped('date', question.id, address);
  return <SurveyControl question={shown} about={{ ...about, begun }} />;
}

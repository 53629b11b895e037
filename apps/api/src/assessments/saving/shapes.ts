import type { DataSource } from 'typeorm';
import { AuditEntryRow } from '../../audit/audit-entry.entity.js';
import { PersonalContentRow } from '../../audit/personal-content.entity.js';
import { StreamHeadRow } from '../../audit/stream-head.entity.js';
import { type RawRow, RowShape } from '../../database/row-shape.js';
import { RoundRow } from '../../rounds/round.entity.js';
import { AnswerBody } from '../answer-body.js';
import { AnswerEventRow } from '../answer-event.entity.js';
import { deadlineOf } from '../assessment-door.js';
import { AssessmentRow } from '../assessment.entity.js';
import { CurrentAnswerRow } from '../current-answer.entity.js';
import type { EarlierSave, HeldAssessment } from './group-facts.js';

/** How the rows that saving reads and writes lie in the database. */
export interface Shapes {
  readonly assessment: RowShape<AssessmentRow>;
  readonly round: RowShape<RoundRow>;
  readonly event: RowShape<AnswerEventRow>;
  readonly entry: RowShape<AuditEntryRow>;
  readonly content: RowShape<PersonalContentRow>;
  readonly answer: RowShape<CurrentAnswerRow>;
  readonly head: RowShape<StreamHeadRow>;
}

export function shapesOf(source: DataSource): Shapes {
  return {
    assessment: new RowShape(source, AssessmentRow),
    round: new RowShape(source, RoundRow),
    event: new RowShape(source, AnswerEventRow),
    entry: new RowShape(source, AuditEntryRow),
    content: new RowShape(source, PersonalContentRow),
    answer: new RowShape(source, CurrentAnswerRow),
    head: new RowShape(source, StreamHeadRow),
  };
}

/** An assessment `a` with its round `r`. */
export function datedFrom({ assessment, round }: Shapes, raw: RawRow): Omit<HeldAssessment, 'end'> {
  const row = assessment.read(raw, 'a');
  const { deadlineLocal, deadlineZone, deadlineInstant } = round.read(raw, 'r');
  const ofRound = { localTime: deadlineLocal, zone: deadlineZone, instant: deadlineInstant };
  return { row, deadline: deadlineOf(row, ofRound) };
}

/** An answer event `e` with its content `c`. */
export function earlierFrom({ event, content }: Shapes, raw: RawRow): EarlierSave {
  const { body, actorId } = content.read(raw, 'c');
  return { event: event.read(raw, 'e'), body: body === null ? undefined : AnswerBody.parse(body), actorId };
}

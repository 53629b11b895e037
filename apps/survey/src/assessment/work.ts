import {
  allows,
  isOpen,
  takesAnswers,
  waitsFor,
  type Assessment,
  type Evidence,
  type FileRoom,
  type Instant,
  type Session,
  type VersionSummary,
} from '@kilim/contracts';
import type {
  Address,
  Answers,
  CompiledQuestionnaire,
  Completeness,
  Id,
  QuestionStates,
  Scorecard,
  SourceTexts,
  TextBook,
  TranslatedTexts,
} from '@kilim/indicators';
import { createContext, useContext } from 'react';
import type { Asked } from './asked.js';
import type { AnswerSaver } from './answer-saver.js';
import type { SaverView } from './saver-view.js';

/** The version an assessment is pinned to, ready for use. */
export interface ReadyVersion {
  readonly summary: VersionSummary;
  readonly compiled: CompiledQuestionnaire;
  readonly source: SourceTexts;
  readonly translations: readonly TranslatedTexts[];
}

/** What follows from the answers on the screen; worked out once per change, by the engine. */
export interface Reading {
  readonly answers: Answers;
  readonly states: QuestionStates;
  /** What is asked, in the order of the form. */
  readonly asked: readonly Asked[];
  readonly visible: ReadonlySet<Address>;
  readonly completeness: Completeness;
  /** On the city's own claims: the score so far. */
  readonly scorecard: Scorecard;
}

/** Everything the pages of one assessment share. */
export interface Work {
  readonly session: Session;
  readonly assessment: Assessment;
  readonly version: ReadyVersion;
  /** Texts of the version in the language of the interface. */
  readonly texts: TextBook;
  readonly saver: AnswerSaver;
  readonly saved: SaverView;
  readonly reading: Reading;
  readonly evidence: readonly Evidence[];
  /** How large files of evidence may be. */
  readonly fileRoom: FileRoom;
  /** The server's clock, as far as this page can tell. */
  now(): Instant;
  /** Takes a newer state of the assessment, as the server answered it. */
  takeAssessment(assessment: Assessment): void;
  /** Takes a new or changed piece of evidence. */
  takeEvidence(evidence: Evidence): void;
}

export const WorkContext = createContext<Work | undefined>(undefined);

/** The assessment around this page. */
export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error('There is no assessment around this page.');
  return work;
}

/** Why answers cannot be changed; absent: they can. */
export type Lock = 'state' | 'deadline' | 'role' | 'section';

/** Whether answers of a section can be changed by the person at the screen, by the contract's own rules. */
export function lockOf(assessment: Assessment, now: Instant, sectionId: Id): Lock | undefined {
  if (!takesAnswers(assessment.state)) return 'state';
  if (!assessment.may.includes('answer:write')) return 'role';
  if (!isOpen(assessment.deadline, now)) return 'deadline';
  if (assessment.sections && !assessment.sections.includes(sectionId)) return 'section';
  return undefined;
}

/** Whether the expert's check is behind the assessment. */
export function isChecked({ state }: Assessment): boolean {
  return waitsFor(state) === 'coordinator' || state === 'published';
}

/** Whether a person has any part in answering: else their work is in the dashboard. */
export function answersForACity(session: Session): boolean {
  return allows(
    session.memberships.map(({ role }) => role),
    'answer:write',
  );
}

import {
  allows,
  isOpen,
  takesAnswers,
  type Assessment,
  type AssessmentState,
  type Clarification,
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
  IndicatorResult,
  Language,
  QuestionStates,
  SourceTexts,
  TextBook,
  TranslatedTexts,
  Violation,
} from '@kilim/indicators';
import { createContext, useContext } from 'react';
import type { Together } from '../live/together.js';
import type { Lacking, Scores } from '../score/area-score.js';
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

/** What follows from the answers on the screen, by the engine. */
export interface Reading {
  readonly answers: Answers;
  readonly states: QuestionStates;
  /** What is asked, in the order of the form. */
  readonly asked: readonly Asked[];
  /** The same by section; the same objects as long as the same is asked. */
  readonly ofSection: ReadonlyMap<Id, readonly Asked[]>;
  readonly visible: ReadonlySet<Address>;
  /** What must hold across the answers and does not. */
  readonly violations: readonly Violation[];
  readonly completeness: Completeness;
  /** What each indicator has come to, in the order of the version. */
  readonly results: ReadonlyMap<Id, IndicatorResult>;
  /** On the city's own claims: the score so far, and what is still possible. It follows the answers a moment later. */
  readonly scores: Scores | Lacking;
}

/** What is seen is not what the server has now. */
export interface Copied {
  /** As of when it is seen, in milliseconds since 1970. */
  readonly at: number;
  /** The server can't be reached, or says what only a newer page could show. */
  readonly because: 'network' | 'newer';
}

/** Everything the pages of one assessment share. */
export interface Work {
  readonly session: Session;
  readonly assessment: Assessment;
  readonly version: ReadyVersion;
  /** Texts of the version in the reader's language. */
  readonly texts: TextBook;
  /** The language of those texts. */
  readonly language: Language;
  /** Nothing of it is kept or sent: a draft is tried out. What needs the server is not offered then. */
  readonly isTrial: boolean;
  readonly saver: AnswerSaver;
  readonly saved: SaverView;
  readonly reading: Reading;
  readonly evidence: readonly Evidence[];
  /** What experts have asked, oldest first. */
  readonly clarifications: readonly Clarification[];
  /** How large files of evidence may be. */
  readonly fileRoom: FileRoom;
  /** Since when nothing was read, and why; undefined: up to date. */
  readonly copied: Copied | undefined;
  readonly together: Together;
  /** The server's clock, as far as this page can tell. */
  now(): Instant;
  /** Takes a newer state of the assessment, as the server answered it. */
  takeAssessment(assessment: Assessment): void;
  /** Takes a new or changed piece of evidence. */
  takeEvidence(evidence: Evidence): void;
  /** Takes a clarification that was answered, and the state that it led to. */
  takeClarification(clarification: Clarification, state: AssessmentState): void;
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
  if (!isOwnSection(assessment, sectionId)) return 'section';
  return undefined;
}

/** Whether a section is the person's at the screen to answer: colleagues answer what was handed to them. */
export function isOwnSection({ sections }: Pick<Assessment, 'sections'>, sectionId: Id): boolean {
  return sections?.includes(sectionId) ?? true;
}

/** Whether the person at the screen is one of those who answer now. */
export function isAnswering({ assessment }: Pick<Work, 'assessment'>): boolean {
  return takesAnswers(assessment.state) && assessment.may.includes('answer:write');
}

/** Whether anything can still be answered by the person at the screen. */
export function canAnswer({ assessment, now }: Pick<Work, 'assessment' | 'now'>): boolean {
  return isAnswering({ assessment }) && isOpen(assessment.deadline, now());
}

/** Which questions' answers can only be read. */
export type IsLocked = (questionId: Id) => boolean;

/** What an expert asks the person at the screen and waits for. */
export function queriesOf({
  assessment,
  clarifications,
  version,
}: Pick<Work, 'assessment' | 'clarifications' | 'version'>): readonly Clarification[] {
  const { state, may } = assessment;
  if (state !== 'clarification' || !may.includes('clarification:answer')) return [];
  return clarifications.filter(({ end, questionId }) => {
    const section = version.compiled.byId.get(questionId)?.section.id;
    return end === undefined && section !== undefined && isOwnSection(assessment, section);
  });
}

/** The questions that an expert asks about: their answers are open although the others are not. */
export function queriedOf(work: Parameters<typeof queriesOf>[0]): ReadonlySet<Id> {
  return new Set(queriesOf(work).map(({ questionId }) => questionId));
}

/** Whether a person has any part in answering: else their work is in the dashboard. */
export function answersForACity(session: Session): boolean {
  return allows(
    session.memberships.map(({ role }) => role),
    'answer:write',
  );
}

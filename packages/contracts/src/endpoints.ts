import {
  acceptInvitation,
  endMembership,
  grantMembership,
  inviteAccount,
  listAccounts,
  listGrantPlaces,
  lookAtInvitation,
  renewInvitation,
  setAccountState,
} from './accounts.js';
import { listAnswers, saveAnswers } from './answers.js';
import { listAssessments, readAssessment, readScorecard, takeTransition } from './assessments.js';
import { listEarlier, readBenchmark } from './comparison.js';
import {
  changeDraft,
  checkDraftContent,
  createDraft,
  discardDraft,
  listDrafts,
  listDraftSteps,
  readDraft,
  readDraftHistory,
  recoverDraft,
  redoDraftStep,
  restoreDraft,
  undoDraftStep,
} from './drafts.js';
import {
  answerClarification,
  askClarification,
  listClarifications,
  withdrawClarification,
} from './clarifications.js';
import type { Endpoint } from './endpoint.js';
import { addEvidence, linkEvidence, listEvidence } from './evidence.js';
import { dropFile, readFile, sendFile } from './files.js';
import { listFindings, recordFinding } from './findings.js';
import { exportHistory, readAssessmentHistory, readHistory } from './history.js';
import { leaveDraft, stayInDraft, watchDraft } from './live-draft.js';
import { searchLibrary } from './library.js';
import { listPublishedFigures } from './published-figures.js';
import {
  listProgrammeVersions,
  makeChangeReport,
  listChangeReports,
  readChangeReport,
  signChangeReport,
  publishDraft,
  retireVersion,
  returnVersion,
  reviseTexts,
} from './publishing.js';
import { leaveAssessment, stayInAssessment, watchAssessment } from './live.js';
import { listVersions, publishVersion, readVersion } from './questionnaires.js';
import { listRounds, readRound } from './rounds.js';
import { readSession, signIn, signOut } from './session.js';

import { exportDraft, exportVersion, importDraft } from './transfer.js';
import { readTranslationSheet, sendTranslationSheet } from './translations.js';

/** Every request there is, by name. What is not here is not served, and what is here is; a test holds both. Whoever calls one imports it by name. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  signIn,
  readSession,
  signOut,
  listRounds,
  readRound,
  listVersions,
  readVersion,
  publishVersion,
  listDrafts,
  createDraft,
  readDraft,
  changeDraft,
  listDraftSteps,
  readDraftHistory,
  undoDraftStep,
  redoDraftStep,
  restoreDraft,
  discardDraft,
  recoverDraft,
  checkDraftContent,
  watchDraft,
  stayInDraft,
  leaveDraft,
  readTranslationSheet,
  sendTranslationSheet,
  importDraft,
  exportDraft,
  exportVersion,
  searchLibrary,
  listProgrammeVersions,
  makeChangeReport,
  listChangeReports,
  readChangeReport,
  signChangeReport,
  publishDraft,
  retireVersion,
  returnVersion,
  reviseTexts,
  listAssessments,
  readAssessment,
  takeTransition,
  readScorecard,
  readBenchmark,
  listEarlier,
  listPublishedFigures,
  listAnswers,
  saveAnswers,
  watchAssessment,
  stayInAssessment,
  leaveAssessment,
  listEvidence,
  addEvidence,
  linkEvidence,
  sendFile,
  readFile,
  dropFile,
  listFindings,
  recordFinding,
  listClarifications,
  askClarification,
  answerClarification,
  withdrawClarification,
  readAssessmentHistory,
  readHistory,
  exportHistory,
  listAccounts,
  listGrantPlaces,
  inviteAccount,
  renewInvitation,
  setAccountState,
  grantMembership,
  endMembership,
  lookAtInvitation,
  acceptInvitation,
};

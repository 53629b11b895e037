import { InvitationRow } from '../accounts/invitation.entity.js';
import { AgreedValueRow } from '../verification/agreed-value.entity.js';
import { AnswerEventRow } from '../assessments/answer-event.entity.js';
import { AssessmentRow } from '../assessments/assessment.entity.js';
import { CurrentAnswerRow } from '../assessments/current-answer.entity.js';
import { AuditEntryRow } from '../audit/audit-entry.entity.js';
import { CheckpointRow } from '../audit/checkpoint.entity.js';
import { PersonalContentRow } from '../audit/personal-content.entity.js';
import { StreamHeadRow } from '../audit/stream-head.entity.js';
import { CityFactRow } from '../cities/city-fact.entity.js';
import { CityRow } from '../cities/city.entity.js';
import { DraftSnapshotRow } from '../drafts/draft-snapshot.entity.js';
import { DraftStepRow } from '../drafts/draft-step.entity.js';
import { DraftRow } from '../drafts/draft.entity.js';
import { ClarificationEventRow } from '../clarifications/clarification-event.entity.js';
import { EvidenceLinkEventRow } from '../evidence/evidence-link-event.entity.js';
import { EvidenceRow } from '../evidence/evidence.entity.js';
import { EvidenceFileRow } from '../files/evidence-file.entity.js';
import { QuestionnaireVersionRow } from '../questionnaires/questionnaire-version.entity.js';
import { QuestionnaireRow } from '../questionnaires/questionnaire.entity.js';
import { TextRevisionRow } from '../questionnaires/text-revision.entity.js';
import { ChangeReportRow } from '../publishing/change-report.entity.js';
import { ReportSignatureRow } from '../publishing/report-signature.entity.js';
import { VersionOriginRow } from '../publishing/version-origin.entity.js';
import { VersionRetirementRow } from '../publishing/version-retirement.entity.js';
import { ProgrammeRow } from '../rounds/programme.entity.js';
import { RoundRow } from '../rounds/round.entity.js';
import { ScorecardRow } from '../scorecards/scorecard.entity.js';
import { AccountRow } from '../session/account.entity.js';
import { MembershipRow } from '../session/membership.entity.js';
import { SessionRow } from '../session/session.entity.js';
import { StakeholderViewRow } from '../stakeholders/stakeholder-view.entity.js';
import { FindingRow } from '../verification/finding.entity.js';

/** Every table there is. */
export const ENTITIES = [
  AccountRow,
  AgreedValueRow,
  AnswerEventRow,
  AssessmentRow,
  AuditEntryRow,
  ChangeReportRow,
  CheckpointRow,
  CityRow,
  CityFactRow,
  ClarificationEventRow,
  CurrentAnswerRow,
  EvidenceFileRow,
  DraftRow,
  DraftSnapshotRow,
  DraftStepRow,
  EvidenceLinkEventRow,
  EvidenceRow,
  FindingRow,
  InvitationRow,
  MembershipRow,
  PersonalContentRow,
  ProgrammeRow,
  QuestionnaireRow,
  QuestionnaireVersionRow,
  ReportSignatureRow,
  RoundRow,
  ScorecardRow,
  SessionRow,
  StakeholderViewRow,
  StreamHeadRow,
  TextRevisionRow,
  VersionOriginRow,
  VersionRetirementRow,
];

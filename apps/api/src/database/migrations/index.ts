import { First1763900000000 } from './1763900000000-first.js';
import { ScorecardsFollow1764100000000 } from './1764100000000-scorecards-follow.js';
import { EvidenceFiles1764101000000 } from './1764101000000-evidence-files.js';
import { Drafts1764210000000 } from './1764210000000-drafts.js';
import { Publishing1764220000000 } from './1764220000000-publishing.js';
import { Invitations1764240000000 } from './1764240000000-invitations.js';
import { Clarifications1764230000000 } from './1764230000000-clarifications.js';
import { LateAnswers1764250000000 } from './1764250000000-late-answers.js';
import { Readers1764260000000 } from './1764260000000-readers.js';
import { FactLanguages1764270000000 } from './1764270000000-fact-languages.js';
import { CheckpointOrder1764280000000 } from './1764280000000-checkpoint-order.js';
import { RolesHeldOnce1764290000000 } from './1764290000000-roles-held-once.js';
import { HistoryInTime1764300000000 } from './1764300000000-history-in-time.js';
import { SavesWithoutActors1764310000000 } from './1764310000000-saves-without-actors.js';
import { VersionOrder1764320000000 } from './1764320000000-version-order.js';

/** Every migration, oldest first. A database that knows a later one was made by a newer program. */
export const MIGRATIONS = [
  First1763900000000,
  ScorecardsFollow1764100000000,
  EvidenceFiles1764101000000,
  Drafts1764210000000,
  Publishing1764220000000,
  Invitations1764240000000,
  Clarifications1764230000000,
  LateAnswers1764250000000,
  Readers1764260000000,
  FactLanguages1764270000000,
  CheckpointOrder1764280000000,
  RolesHeldOnce1764290000000,
  HistoryInTime1764300000000,
  SavesWithoutActors1764310000000,
  VersionOrder1764320000000,
];

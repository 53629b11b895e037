import type { Instant } from '@kilim/contracts';
import type { CompiledQuestionnaire, Question } from '@kilim/indicators';
import type { DemoCity } from './demo-city.js';

/** A city's part in the demonstration: who does what where. */
export interface DemoStory {
  readonly city: DemoCity;
  readonly assessmentId: string;
  readonly leadId: string;
  readonly contributorId: string;
  readonly expertId: string;
  readonly compiled: CompiledQuestionnaire;
  /** The language in which its people read the questionnaire, and the revision of the texts. */
  readonly language: string;
  readonly textRevision: string;
  readonly now: Instant;
  /** The day of `now`. */
  readonly today: string;
  /** The question with that code. Throws when there is none. */
  readonly questionOf: (code: string) => Question;
}

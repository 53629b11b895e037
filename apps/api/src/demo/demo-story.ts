import type { Instant } from '@kilim/contracts';
import type { CompiledQuestionnaire, Question } from '@kilim/indicators';
import type { DemoCity } from './demo-city.js';

/** The people of a city's story, by account. */
export interface DemoCast {
  readonly leadId: string;
  readonly contributorId: string;
  readonly expertId: string;
  readonly secondExpertId: string;
  readonly coordinatorId: string;
}

/** A city's part in a round of the demonstration: who does what where. */
export interface DemoStory extends DemoCast {
  readonly city: DemoCity;
  readonly assessmentId: string;
  readonly compiled: CompiledQuestionnaire;
  /** The language in which its people read the questionnaire, and the revision of the texts. */
  readonly language: string;
  readonly textRevision: string;
  /** The moment from which its days are counted back. */
  readonly now: Instant;
  /** The day of `now`. */
  readonly today: string;
  /** The question with that code. Throws when there is none. */
  readonly questionOf: (code: string) => Question;
}

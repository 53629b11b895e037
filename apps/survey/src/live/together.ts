import type { Visitor } from '@kilim/contracts';
import type { Heard } from './hearing.js';

/** What is known of others who work on the same assessment. */
export interface Together {
  /** By which the others know this window. */
  readonly visitId: string;
  /** Who else has it open, once for every window of theirs. */
  readonly visitors: readonly Visitor[];
  readonly heard: Heard | undefined;
  /** How often findings were told to have changed. */
  readonly findingsTold: number;
}

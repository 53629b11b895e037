import type { WaitingFacts } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import type { AssessmentFacts } from '../assessments/assessments.service.js';
import { Activity } from '../audit/activity.service.js';
import { ClarificationsList } from '../clarifications/clarifications-list.service.js';
import { People } from '../session/people.service.js';
import { deadlineAt } from './deadline-at.js';

/** What decides for whom one waits in assessments. */
@Injectable()
export class RoundWaits {
  constructor(
    private readonly people: People,
    private readonly activity: Activity,
    private readonly clarifications: ClarificationsList,
  ) {}

  /** By assessment. */
  async of(assessments: readonly AssessmentFacts[]): Promise<ReadonlyMap<string, WaitingFacts>> {
    const ids = assessments.map(({ id }) => id);
    const asked = assessments.flatMap(({ id, state }) => (state === 'clarification' ? [id] : []));
    const [experts, activity, days] = await Promise.all([
      this.people.expertsOf(assessments),
      this.activity.lastAt(ids),
      this.clarifications.daysDue(asked),
    ]);
    return new Map(
      assessments.map(({ id, state, stateSince, deadline }) => {
        const lastActivityAt = activity.get(id);
        // A clarification is due by the end of its day where the city is.
        const replies = (days.get(id) ?? []).map((day) => deadlineAt(`${day}T23:59`, deadline.zone));
        const facts: WaitingFacts = {
          ...{ state, stateSince, deadline, replies, experts: experts.get(id) ?? [] },
          ...(lastActivityAt !== undefined && { lastActivityAt }),
        };
        return [id, facts];
      }),
    );
  }
}

import { hasLeft, type EarlierAssessment } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { AssessmentsService, type AssessmentFacts } from '../assessments/assessments.service.js';
import { Problem } from '../http/problem.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { ScorecardsService } from '../scorecards/scorecards.service.js';
import { areasOf, indicesOf, reachedOf } from './reached.js';

/**
 * What a city scored in earlier rounds. Whoever may read an assessment sees the scores of those before it in the same
 * programme, since they belong to its story; opening one of them needs a role there.
 */
@Injectable()
export class EarlierService {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly scorecards: ScorecardsService,
    private readonly questionnaires: QuestionnairesService,
    private readonly access: Access,
  ) {}

  /** Oldest first. Practice and real rounds are never mixed. */
  async list(actor: Actor, assessmentId: string): Promise<readonly EarlierAssessment[]> {
    const [own] = await this.assessments.facts([assessmentId]);
    if (!own) throw new Problem('resource.missing');
    const earlier = (await this.assessments.ofCity(own.city.id))
      .filter((each) => isBefore(each, own))
      .sort((a, b) => (a.round.openedAt < b.round.openedAt ? -1 : 1));
    const numbers = await this.scorecards.numbers(earlier.map(({ id }) => id));
    const versions = await this.questionnaires.summaries(earlier.map(({ versionId }) => versionId));
    const visible = new Set(await this.access.visibleAssessmentIds(actor));
    return earlier.flatMap((each): readonly EarlierAssessment[] => {
      const [reached, version] = [reachedOf(numbers.get(each.id)), versions.get(each.versionId)];
      if (!reached || !version) return [];
      const { id, name, openedAt } = each.round;
      return [
        {
          assessmentId: each.id,
          round: { id, name, openedAt },
          version: { id: version.id, version: version.version, hash: version.hash },
          ...{ state: each.state, stateSince: each.stateSince, basis: reached.basis },
          indices: indicesOf(reached.numbers),
          areas: areasOf(reached.numbers),
          mayOpen: visible.has(each.id),
        },
      ];
    });
  }
}

function isBefore(each: AssessmentFacts, own: AssessmentFacts): boolean {
  const isSameStory =
    each.round.kind === own.round.kind && each.round.programme.id === own.round.programme.id;
  // In an invitation, and by a city that left, nothing was said that could be compared.
  const isSilent = each.state === 'invited' || hasLeft(each.state);
  return each.id !== own.id && isSameStory && each.round.openedAt < own.round.openedAt && !isSilent;
}

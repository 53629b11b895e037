import type { Assessment, Deadline } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Access } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { CitiesService, type City } from '../cities/cities.service.js';
import { Clock } from '../config/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { RoundDirectory, type RoundFacts } from '../rounds/round-directory.service.js';
import { deadlineOf } from './assessment-door.js';
import type { AssessmentRow } from './assessment.entity.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { HandedBackAssessments } from './handed-back.service.js';

/** What there is to say of an assessment, whoever asks. */
export interface AssessmentFacts extends Pick<
  AssessmentRow,
  'id' | 'roundId' | 'versionId' | 'state' | 'stateSince'
> {
  readonly city: City;
  readonly round: RoundFacts;
  readonly deadline: Deadline;
}

/** Assessments: which there are for whom, and adding one. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly repository: AssessmentsRepository,
    private readonly rounds: RoundDirectory,
    private readonly cities: CitiesService,
    private readonly questionnaires: QuestionnairesService,
    private readonly access: Access,
    private readonly handedBack: HandedBackAssessments,
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The assessments somebody may see, in the order in which they were made. */
  async list(actor: Actor): Promise<readonly Assessment[]> {
    return this.#describe(actor, await this.visible(actor));
  }

  async read(actor: Actor, assessmentId: string): Promise<Assessment> {
    const [assessment] = await this.#describe(actor, await this.facts([assessmentId]));
    if (!assessment) throw new Problem('resource.missing');
    return assessment;
  }

  /** Invites a city to a round inside a unit of work; answers the assessment's id. */
  async add(
    place: Pick<AssessmentRow, 'roundId' | 'cityId' | 'versionId'>,
    deadline?: Deadline,
  ): Promise<string> {
    const id = uuidv7();
    const at = this.unit.now();
    const { hash } = await this.questionnaires.version(place.versionId);
    await this.repository.add({
      ...{ id, ...place, versionHash: hash, state: 'invited', stateSince: at, revision: 0, createdAt: at },
      deadlineLocal: deadline?.localTime ?? null,
      deadlineZone: deadline?.zone ?? null,
      deadlineInstant: deadline?.instant ?? null,
      openQuestions: null,
    });
    return id;
  }

  /** What there is to say of those assessments, whoever asks; ids that there are not are left out. */
  async facts(ids: readonly string[]): Promise<readonly AssessmentFacts[]> {
    return this.#facts(await this.repository.findSome(ids));
  }

  /** Every assessment of a round, whoever asks: for what is said of all of them together. */
  async ofRound(roundId: string): Promise<readonly AssessmentFacts[]> {
    return this.#facts(await this.repository.findOfRound(roundId));
  }

  /** Every assessment of a city, whoever asks. */
  async ofCity(cityId: string): Promise<readonly AssessmentFacts[]> {
    return this.#facts(await this.repository.findOfCity(cityId));
  }

  /** Every assessment that is pinned to one of those versions, whoever asks. */
  async ofVersions(versionIds: readonly string[]): Promise<readonly AssessmentFacts[]> {
    return this.#facts(await this.repository.findOfVersions(versionIds));
  }

  /** The assessments somebody may see, without what concerns that person. */
  async visible(actor: Actor): Promise<readonly AssessmentFacts[]> {
    return this.facts(await this.access.visibleAssessmentIds(actor));
  }

  async #facts(rows: readonly AssessmentRow[]): Promise<readonly AssessmentFacts[]> {
    const rounds = await this.rounds.describe(rows.map(({ roundId }) => roundId));
    const cities = await this.cities.describe(rows.map(({ cityId }) => cityId));
    return rows.flatMap((row): readonly AssessmentFacts[] => {
      const round = rounds.get(row.roundId);
      const city = cities.get(row.cityId);
      if (!round || !city) return [];
      const { id, roundId, versionId, state, stateSince } = row;
      const deadline = deadlineOf(row, round.deadline);
      return [{ id, roundId, versionId, state, stateSince, city, round, deadline }];
    });
  }

  async #describe(actor: Actor, facts: readonly AssessmentFacts[]): Promise<readonly Assessment[]> {
    const versions = await this.questionnaires.summaries(facts.map(({ versionId }) => versionId));
    const handedBack = await this.handedBack.of(facts);
    const described = await Promise.all(
      facts.map(async (each): Promise<Assessment | undefined> => {
        const version = versions.get(each.versionId);
        if (!version) return undefined;
        const { id, name, kind, programme } = each.round;
        const sections = await this.access.sectionsOn(actor, each.id);
        const reader = await this.access.readerOn(actor, each.id);
        const back = handedBack.get(each.id);
        return {
          id: each.id,
          city: each.city,
          round: { id, name, kind, programmeName: programme.name },
          version,
          state: each.state,
          stateSince: each.stateSince,
          ...(back && { handedBack: back }),
          deadline: each.deadline,
          now: this.clock.now(),
          may: await this.access.permissionsOn(actor, each.id),
          ...(sections && { sections }),
          ...(reader && { reader }),
        };
      }),
    );
    return described.flatMap((assessment) => assessment ?? []);
  }
}

import type { CityFact, Instant } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { CitiesService } from '../cities/cities.service.js';
import { later } from '../config/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { deadlineAt } from '../rounds/deadline-at.js';
import { RoundDirectory } from '../rounds/round-directory.service.js';
import { shippedVersion } from '../questionnaires/shipped-version.js';
import type { DemoCity } from './demo-city.js';

const DAY_MS = 86_400_000;
/** How long the cities still have. */
const DAYS_LEFT = 24;
/** Where the secretariat sits; each city's deadline is in its own zone. */
const SECRETARIAT_ZONE = 'Europe/Brussels';

/** A city in the round. */
export interface PlacedCity {
  readonly city: DemoCity;
  readonly cityId: string;
  readonly assessmentId: string;
}

/** The programme with its one round. */
export interface DemoProgrammeMade {
  readonly programmeId: string;
  readonly versionId: string;
  readonly cities: readonly PlacedCity[];
}

/** Makes the programme of the demonstration: a version, a round, its cities. */
@Injectable()
export class DemoProgramme {
  constructor(
    private readonly directory: RoundDirectory,
    private readonly questionnaires: QuestionnairesService,
    private readonly cities: CitiesService,
    private readonly assessments: AssessmentsService,
    private readonly unit: UnitOfWork,
  ) {}

  /**
   * @param coordinatorId who does it
   * @param at            when, some weeks before `now`
   */
  async make(
    coordinatorId: string,
    demoCities: readonly DemoCity[],
    { at, now }: { readonly at: Instant; readonly now: Instant },
  ): Promise<DemoProgrammeMade> {
    return this.unit.write({ actor: coordinatorId, at }, async () => {
      const programmeId = await this.directory.addProgramme('Intercultural Cities, demonstration');
      const version = await this.questionnaires.publish(programmeId, coordinatorId, shippedVersion());
      const until = `${later(now, DAYS_LEFT * DAY_MS).slice(0, 10)}T23:59`;
      const roundId = await this.directory.open({
        ...{ programmeId, name: 'Round 2026', kind: 'real', versionId: version.id },
        deadline: deadlineAt(until, SECRETARIAT_ZONE),
      });
      const cities: PlacedCity[] = [];
      for (const city of demoCities) {
        const { name, country, zone } = city;
        const facts = factsOf(city, Number(now.slice(0, 4)));
        const cityId = await this.cities.add({ programmeId, name, country, zone, fictional: true, facts });
        const place = { roundId, cityId, versionId: version.id };
        const assessmentId = await this.assessments.add(place, deadlineAt(until, zone));
        cities.push({ city, cityId, assessmentId });
      }
      return { programmeId, versionId: version.id, cities };
    });
  }
}

function factsOf(city: DemoCity, thisYear: number): readonly CityFact[] {
  return city.facts.map(({ name, yearsAgo, value, unit }) => ({
    ...{ name, year: thisYear - yearsAgo, value, unit },
    source: 'invented for the demonstration',
  }));
}

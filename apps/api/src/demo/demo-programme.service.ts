import type { CityFact, Instant, PublishVersion } from '@kilim/contracts';
import type { CompiledQuestionnaire } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { CitiesService } from '../cities/cities.service.js';
import { later } from '../config/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { deadlineAt } from '../rounds/deadline-at.js';
import { RoundDirectory } from '../rounds/round-directory.service.js';
import type { DemoCity, DemoFact } from './demo-city.js';

const DAY_MS = 86_400_000;
/** How long before the moment from which a round's days are counted back it was opened. */
const OPENED_DAYS = 45;
/** Where the secretariat sits; each city's deadline is in its own zone. */
const SECRETARIAT_ZONE = 'Europe/Brussels';

/** A round to be opened. */
export interface DemoRound {
  readonly name: string;
  readonly version: PublishVersion;
  /** The moment from which the days of its story are counted back. */
  readonly now: Instant;
  /** The deadline, in days after that moment; negative for a round that is over. */
  readonly deadlineInDays: number;
}

/** A city in a round. */
export interface PlacedCity {
  readonly city: DemoCity;
  readonly cityId: string;
  readonly assessmentId: string;
  /** The ids of the sections that its contributor answers. */
  readonly sections: readonly string[];
}

/** A round with its cities. */
export interface DemoRoundMade {
  readonly programmeId: string;
  readonly roundId: string;
  readonly versionId: string;
  readonly now: Instant;
  readonly cities: readonly PlacedCity[];
}

/** Makes the programme of the demonstration: its versions, its rounds, its cities. */
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
   * Opens a round and invites cities to it.
   *
   * @param within    the programme and the ids of its cities by name; absent: the first round begins the programme
   * @param thisYear  the year from which facts about cities are counted back
   */
  async open(
    coordinatorId: string,
    round: DemoRound,
    demoCities: readonly DemoCity[],
    { within, thisYear }: { readonly within?: DemoRoundMade; readonly thisYear: number },
  ): Promise<DemoRoundMade> {
    const { name, version, now, deadlineInDays } = round;
    const until = `${later(now, deadlineInDays * DAY_MS).slice(0, 10)}T23:59`;
    const known = new Map(within?.cities.map(({ city, cityId }) => [city.name, cityId]));
    return this.unit.write({ actor: coordinatorId, at: openedAt(round) }, async () => {
      const programmeId =
        within?.programmeId ?? (await this.directory.addProgramme('Intercultural Cities (demo)'));
      const { id: versionId } = await this.questionnaires.publish(programmeId, coordinatorId, version);
      const roundId = await this.directory.open({
        ...{ programmeId, name, kind: 'real', versionId },
        deadline: deadlineAt(until, SECRETARIAT_ZONE),
      });
      const { compiled } = await this.questionnaires.version(versionId);
      const cities: PlacedCity[] = [];
      for (const city of demoCities) {
        const cityId = known.get(city.name) ?? (await this.#add(programmeId, city, thisYear));
        const place = { roundId, cityId, versionId };
        const assessmentId = await this.assessments.add(place, deadlineAt(until, city.zone));
        cities.push({ city, cityId, assessmentId, sections: sectionsOf(city, compiled) });
      }
      return { programmeId, roundId, versionId, now, cities };
    });
  }

  #add(programmeId: string, { name, country, zone, facts }: DemoCity, thisYear: number): Promise<string> {
    const dated = facts.map((fact) => factOf(fact, thisYear));
    return this.cities.add({ programmeId, name, country, zone, fictional: true, facts: dated });
  }
}

/** A figure with its words in both languages of the interface. */
function factOf({ name, yearsAgo, value, unit }: DemoFact, thisYear: number): CityFact {
  const source = 'invented for the demonstration';
  const pl = {
    name: IN_POLISH[name],
    unit: unit === 'inhabitants' ? 'mieszk.' : unit,
    source: 'wymyślone na potrzeby demonstracji',
  };
  return { name, year: thisYear - yearsAgo, value, unit, source, translations: { pl } };
}

const IN_POLISH: Readonly<Record<DemoFact['name'], string>> = {
  'Born abroad': 'Urodzeni za granicą',
  'Gross domestic product per head': 'Produkt krajowy brutto na mieszkańca',
  'Migration background': 'Osoby ze środowisk migracyjnych',
  'Non-nationals': 'Osoby bez obywatelstwa kraju',
  Population: 'Liczba mieszkańców',
};

/** When a round was opened. */
export function openedAt({ now }: Pick<DemoRound, 'now'>): Instant {
  return later(now, -OPENED_DAYS * DAY_MS);
}

function sectionsOf(
  { contributorSections }: DemoCity,
  { questionnaire }: CompiledQuestionnaire,
): readonly string[] {
  return questionnaire.sections.filter(({ code }) => contributorSections.includes(code)).map(({ id }) => id);
}

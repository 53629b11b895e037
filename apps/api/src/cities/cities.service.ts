import type { Assessment, CityFact } from '@kilim/contracts';
import { gather } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CitiesRepository } from './cities.repository.js';
import type { CityFactRow } from './city-fact.entity.js';
import type { CityRow } from './city.entity.js';

/** A city as the contract shows it. */
export type City = Assessment['city'];

/** What there is to say of a new city. */
export interface NewCity extends Pick<CityRow, 'programmeId' | 'name' | 'country' | 'zone' | 'fictional'> {
  readonly facts: readonly CityFact[];
}

/** The cities and what is known of them. */
@Injectable()
export class CitiesService {
  constructor(
    private readonly repository: CitiesRepository,
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
  ) {}

  /** Cities with their facts, by id; ids that there are not are left out. */
  async describe(ids: readonly string[]): Promise<ReadonlyMap<string, City>> {
    const unique = [...new Set(ids)];
    const [cities, facts] = await Promise.all([
      this.repository.findCities(unique),
      this.repository.findFacts(unique),
    ]);
    const byCity = gather(facts, ({ cityId }) => cityId);
    return new Map(
      cities.map(({ id, name, country, fictional }) => {
        const own = (byCity.get(id) ?? []).map(factOf);
        return [id, { id, name, country, fictional, facts: own }];
      }),
    );
  }

  /** Adds a city inside a unit of work; answers its id. */
  async add({ facts, ...city }: NewCity): Promise<string> {
    const id = uuidv7();
    await this.repository.add(
      { id, ...city, createdAt: this.unit.now() },
      facts.map((fact) => ({ id: uuidv7(), cityId: id, ...fact, translations: fact.translations ?? null })),
    );
    await this.chain.append({
      stream: { kind: 'administration' },
      action: 'city.added',
      subjectId: id,
      body: { subject: city.name },
    });
    return id;
  }
}

function factOf({ name, year, value, unit, source, translations }: CityFactRow): CityFact {
  return { name, year, value, unit, source, ...(translations && { translations }) };
}

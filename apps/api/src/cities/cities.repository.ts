import { Injectable } from '@nestjs/common';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CityFactRow } from './city-fact.entity.js';
import { CityRow } from './city.entity.js';

/** The tables of cities and what is known of them. */
@Injectable()
export class CitiesRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  findCities(ids: readonly string[]): Promise<CityRow[]> {
    return this.reads.manager().findBy(CityRow, { id: this.reads.oneOf(ids) });
  }

  /** The facts of those cities, by name, the newest year first. */
  findFacts(cityIds: readonly string[]): Promise<CityFactRow[]> {
    return this.reads.manager().find(CityFactRow, {
      where: { cityId: this.reads.oneOf(cityIds) },
      order: { name: 'ASC', year: 'DESC', id: 'ASC' },
    });
  }

  async add(city: CityRow, facts: readonly CityFactRow[]): Promise<void> {
    await this.unit.manager().insert(CityRow, city);
    if (facts.length > 0) await this.unit.manager().insert(CityFactRow, [...facts]);
  }
}

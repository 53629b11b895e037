import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOperator, Raw } from 'typeorm';
import { Database } from './database.js';
import { UnitOfWork } from './unit-of-work.js';

/**
 * What repositories read with. Inside a unit of work that is the unit's own view, so that a read which decides a write
 * sees what the unit has done; outside it is the read-only connection, which sees only what is committed.
 */
@Injectable()
export class Reads {
  /** So that two of one statement have names of their own. */
  #lists = 0;

  constructor(
    private readonly database: Database,
    private readonly unit: UnitOfWork,
  ) {}

  manager(): EntityManager {
    return this.unit.isOpen ? this.unit.manager() : this.database.reader.manager;
  }

  /**
   * What is one of those, as a condition of `find`: for lists that grow with the installation. TypeORM's `In` makes each
   * of them a parameter, of which SQLite takes 32,766 and PostgreSQL 65,535 in a statement; here the list is one.
   */
  oneOf(values: readonly string[]): FindOperator<string> {
    this.#lists = (this.#lists + 1) % 1000;
    const name = `list${String(this.#lists)}`;
    return this.database.kind === 'postgres'
      ? Raw((column) => `${column} = ANY(:${name})`, { [name]: [...values] })
      : Raw((column) => `${column} IN (SELECT value FROM json_each(:${name}))`, {
          [name]: JSON.stringify(values),
        });
  }

  /** A member of the object that a JSON column holds, as text of JSON: for when the whole would be too much to read. */
  memberOf(column: string, member: string): string {
    return this.database.kind === 'postgres'
      ? `CAST(CAST(${column} AS json) -> '${member}' AS text)`
      : `${column} -> '${member}'`;
  }
}

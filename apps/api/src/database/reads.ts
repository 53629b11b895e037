import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from './database.js';
import { UnitOfWork } from './unit-of-work.js';

/**
 * What repositories read with. Inside a unit of work that is the unit's own view, so that a read which decides a write
 * sees what the unit has done; outside it is the read-only connection, which sees only what is committed.
 */
@Injectable()
export class Reads {
  constructor(
    private readonly database: Database,
    private readonly unit: UnitOfWork,
  ) {}

  manager(): EntityManager {
    return this.unit.isOpen ? this.unit.manager() : this.database.reader.manager;
  }
}

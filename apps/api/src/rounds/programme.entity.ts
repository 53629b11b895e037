import { Entity } from 'typeorm';
import { InstantColumn, UuidKey, WordColumn } from '../database/columns.js';

/** What a secretariat runs: questionnaires, rounds and the cities that take part. */
@Entity('programme')
export class ProgrammeRow {
  @UuidKey() readonly id: string;
  @WordColumn(200) readonly name: string;
  @InstantColumn() readonly createdAt: string;
}

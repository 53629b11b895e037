import type { CityFact } from '@kilim/contracts';
import { Entity, Index } from 'typeorm';
import { IntegerColumn, JsonColumn, RefColumn, UuidKey, WordColumn } from '../database/columns.js';

/** A figure about a city in one year, with where it comes from. */
@Entity('city_fact')
@Index(['cityId'])
export class CityFactRow {
  @UuidKey() readonly id: string;
  @RefColumn('city') readonly cityId: string;
  @WordColumn(200) readonly name: string;
  @IntegerColumn() readonly year: number;
  /** A JSON number: it comes back exactly as it was given, on both databases. */
  @JsonColumn() readonly value: number;
  @WordColumn(50) readonly unit: string;
  @WordColumn(500) readonly source: string;
  /** Its words in other languages; null: in none. */
  @JsonColumn({ nullable: true }) readonly translations: CityFact['translations'] | null;
}

import { Entity, Index } from 'typeorm';
import { FlagColumn, InstantColumn, RefColumn, UuidKey, WordColumn } from '../database/columns.js';

/** A city; its assessments are one per round. */
@Entity('city')
@Index(['programmeId'])
export class CityRow {
  @UuidKey() readonly id: string;
  /** The programme that keeps it; null: any. */
  @RefColumn('programme', { nullable: true }) readonly programmeId: string | null;
  @WordColumn(200) readonly name: string;
  @WordColumn(100) readonly country: string;
  /** IANA zone: `Europe/Warsaw`. */
  @WordColumn(64) readonly zone: string;
  /** Invented, for demonstration and practice. */
  @FlagColumn() readonly fictional: boolean;
  @InstantColumn() readonly createdAt: string;
}

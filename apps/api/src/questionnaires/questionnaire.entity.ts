import { Entity, Unique } from 'typeorm';
import { InstantColumn, RefColumn, UuidKey, WordColumn } from '../database/columns.js';

/** A line of versions of one questionnaire. */
@Entity('questionnaire')
@Unique(['programmeId', 'code'])
export class QuestionnaireRow {
  @UuidKey() readonly id: string;
  @RefColumn('programme') readonly programmeId: string;
  /** What its versions share: `intercultural`. */
  @WordColumn(60) readonly code: string;
  @InstantColumn() readonly createdAt: string;
}

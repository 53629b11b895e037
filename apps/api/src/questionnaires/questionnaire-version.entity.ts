import type { Questionnaire, SourceTexts } from '@kilim/indicators';
import { Entity, Unique } from 'typeorm';
import {
  HashColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  UuidColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/** A published version: frozen, append-only. Structure and source texts have one hash; other languages are revisions. */
@Entity('questionnaire_version')
@Unique(['questionnaireId', 'version'])
@Unique(['questionnaireId', 'hash'])
export class QuestionnaireVersionRow {
  @UuidKey() readonly id: string;
  @RefColumn('questionnaire') readonly questionnaireId: string;
  /** What people call it: `2026.1`. */
  @WordColumn(40) readonly version: string;
  /** SHA-256 of the canonical JSON of structure and source texts. */
  @HashColumn() readonly hash: string;
  @JsonColumn() readonly structure: Questionnaire;
  @JsonColumn() readonly sourceTexts: SourceTexts;
  @InstantColumn() readonly publishedAt: string;
  /** Where in the stream of administration: clocks of servers differ. Null of those published before it was kept. */
  @IntegerColumn({ nullable: true }) readonly sequence: number | null;
  /** The account; null for the program itself. */
  @UuidColumn({ nullable: true }) readonly publishedBy: string | null;
}

import type { TranslatedTexts } from '@kilim/indicators';
import { Entity, Index } from 'typeorm';
import {
  HashColumn,
  InstantColumn,
  JsonColumn,
  RefColumn,
  UuidColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/** The texts of a version in one language from one moment on; append-only. The newest of a language is in force. */
@Entity('text_revision')
@Index(['versionId', 'language'])
export class TextRevisionRow {
  @UuidKey() readonly id: string;
  @RefColumn('questionnaire_version') readonly versionId: string;
  @WordColumn(35) readonly language: string;
  /** SHA-256 of the canonical JSON of the texts. */
  @HashColumn() readonly hash: string;
  @JsonColumn() readonly texts: TranslatedTexts;
  @InstantColumn() readonly savedAt: string;
  @UuidColumn({ nullable: true }) readonly savedBy: string | null;
}

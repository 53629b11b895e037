import { Entity, Unique } from 'typeorm';
import { InstantColumn, RefColumn, UuidColumn, UuidKey } from '../database/columns.js';

/** That somebody signed a change report off; append-only. What they said lies in `personal_content` under its id. */
@Entity('report_signature')
@Unique(['reportId'])
export class ReportSignatureRow {
  @UuidKey() readonly id: string;
  @RefColumn('change_report') readonly reportId: string;
  @InstantColumn() readonly at: string;
  @UuidColumn({ nullable: true }) readonly signedBy: string | null;
}

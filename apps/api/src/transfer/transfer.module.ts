import { Module } from '@nestjs/common';
import { DraftsModule } from '../drafts/drafts.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { TransferController } from './transfer.controller.js';
import { Transfer } from './transfer.service.js';

/** Questionnaires as files, in and out. */
@Module({
  imports: [DraftsModule, QuestionnairesModule],
  controllers: [TransferController],
  providers: [Transfer],
})
export class TransferModule {}

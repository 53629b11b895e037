import { Module } from '@nestjs/common';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { PeopleModule } from '../session/people.module.js';
import { DraftKeeper } from './draft-keeper.js';
import { DraftOrigins } from './draft-origins.service.js';
import { DraftRecord } from './draft-record.service.js';
import { DraftSteps } from './draft-steps.service.js';
import { DraftViews } from './draft-views.service.js';
import { DraftWriter } from './draft-writer.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsRepository } from './drafts.repository.js';
import { DraftsService } from './drafts.service.js';

/** Versions of questionnaires while they are being written. */
@Module({
  imports: [QuestionnairesModule, PeopleModule],
  controllers: [DraftsController],
  exports: [DraftKeeper, DraftRecord, DraftsService, DraftSteps, DraftWriter],
  providers: [
    DraftKeeper,
    DraftOrigins,
    DraftRecord,
    DraftSteps,
    DraftViews,
    DraftWriter,
    DraftsRepository,
    DraftsService,
  ],
})
export class DraftsModule {}

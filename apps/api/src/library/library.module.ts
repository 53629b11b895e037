import { Module } from '@nestjs/common';
import { DraftsModule } from '../drafts/drafts.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { RoundDirectoryModule } from '../rounds/round-directory.module.js';
import { LibraryController } from './library.controller.js';
import { Library } from './library.service.js';

/** Questions across versions and drafts. */
@Module({
  imports: [DraftsModule, QuestionnairesModule, RoundDirectoryModule],
  controllers: [LibraryController],
  providers: [Library],
})
export class LibraryModule {}

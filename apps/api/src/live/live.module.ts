import { Module } from '@nestjs/common';
import { AssessmentRecordModule } from '../assessments/record.module.js';
import { DraftsModule } from '../drafts/drafts.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { PeopleModule } from '../session/people.module.js';
import { LiveController } from './live.controller.js';
import { LiveDoor } from './live-door.service.js';
import { LiveEvents } from './live-events.service.js';
import { LiveStreams } from './live-streams.service.js';
import { Visitors } from './visitors.service.js';

/** What happens in an assessment, told as it happens, and who is there. */
@Module({
  imports: [AssessmentRecordModule, DraftsModule, PeopleModule, QuestionnairesModule],
  controllers: [LiveController],
  providers: [LiveDoor, LiveEvents, LiveStreams, Visitors],
})
export class LiveModule {}

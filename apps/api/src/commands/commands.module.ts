import { Module } from '@nestjs/common';
import { AssessmentRecordModule } from '../assessments/record.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { ScorecardsModule } from '../scorecards/scorecards.module.js';
import { Rebuild } from './rebuild.service.js';

/** What operators' commands need beside the features. */
@Module({
  imports: [AssessmentRecordModule, QuestionnairesModule, ScorecardsModule],
  providers: [Rebuild],
})
export class CommandsModule {}

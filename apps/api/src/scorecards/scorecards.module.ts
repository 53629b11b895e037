import { Module } from '@nestjs/common';
import { AssessmentRecordModule } from '../assessments/record.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { FindingsRecordModule } from '../verification/findings-record.module.js';
import { ScorecardsController } from './scorecards.controller.js';
import { ScorecardsRepository } from './scorecards.repository.js';
import { ScorecardsService } from './scorecards.service.js';

/** Scores of assessments. */
@Module({
  imports: [AssessmentRecordModule, FindingsRecordModule, QuestionnairesModule],
  controllers: [ScorecardsController],
  providers: [ScorecardsRepository, ScorecardsService],
  exports: [ScorecardsService],
})
export class ScorecardsModule {}

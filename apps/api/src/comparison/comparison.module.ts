import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { ScorecardsModule } from '../scorecards/scorecards.module.js';
import { BenchmarkService } from './benchmark.service.js';
import { ComparisonController } from './comparison.controller.js';
import { EarlierService } from './earlier.service.js';

/** A city beside others, and beside itself in earlier rounds. */
@Module({
  imports: [AssessmentsModule, QuestionnairesModule, ScorecardsModule],
  controllers: [ComparisonController],
  providers: [BenchmarkService, EarlierService],
})
export class ComparisonModule {}

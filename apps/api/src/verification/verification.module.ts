import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { EvidenceRecordModule } from '../evidence/evidence-record.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { ScorecardsModule } from '../scorecards/scorecards.module.js';
import { PeopleModule } from '../session/people.module.js';
import { FindingPreparation } from './finding-preparation.service.js';
import { FindingsController } from './findings.controller.js';
import { FindingsList } from './findings-list.service.js';
import { FindingsRecordModule } from './findings-record.module.js';
import { FindingsService } from './findings.service.js';

/** Verification: experts' findings beside the city's claims. */
@Module({
  imports: [
    AssessmentsModule,
    EvidenceRecordModule,
    FindingsRecordModule,
    PeopleModule,
    QuestionnairesModule,
    ScorecardsModule,
  ],
  controllers: [FindingsController],
  providers: [FindingPreparation, FindingsList, FindingsService],
  exports: [FindingsService],
})
export class VerificationModule {}

import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { DraftsModule } from '../drafts/drafts.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { RoundDirectoryModule } from '../rounds/round-directory.module.js';
import { ScorecardsModule } from '../scorecards/scorecards.module.js';
import { PeopleModule } from '../session/people.module.js';
import { ChangeReports } from './change-reports.service.js';
import { ImpactOnCities } from './impact-on-cities.service.js';
import { Publications } from './publications.service.js';
import { PublishedTexts } from './published-texts.service.js';
import { PublishingController } from './publishing.controller.js';
import { PublishingRepository } from './publishing.repository.js';
import { ReportViews } from './report-views.service.js';
import { Versions } from './versions.service.js';

/** From a draft to a published version, and what becomes of it afterwards. */
@Module({
  imports: [
    AssessmentsModule,
    DraftsModule,
    PeopleModule,
    QuestionnairesModule,
    RoundDirectoryModule,
    ScorecardsModule,
  ],
  controllers: [PublishingController],
  providers: [
    ChangeReports,
    ImpactOnCities,
    Publications,
    PublishedTexts,
    PublishingRepository,
    ReportViews,
    Versions,
  ],
})
export class PublishingModule {}

import { Module } from '@nestjs/common';
import { CitiesModule } from '../cities/cities.module.js';
import { EvidenceRecordModule } from '../evidence/evidence-record.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { RoundDirectoryModule } from '../rounds/round-directory.module.js';
import { PeopleModule } from '../session/people.module.js';
import { AnswersController } from './answers.controller.js';
import { AnswersService } from './answers.service.js';
import { AssessmentSteps } from './assessment-steps.service.js';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsService } from './assessments.service.js';
import { HandedBackAssessments } from './handed-back.service.js';
import { HandedSections } from './handed-sections.service.js';
import { Outsiders } from './outsiders.service.js';
import { AssessmentRecordModule } from './record.module.js';
import { AnswerWriter } from './saving/answer-writer.js';
import { GroupAnswerWriter } from './saving/group-answer-writer.js';
import { provideSaves } from './saving/provide-saves.js';
import { SaveGroups } from './saving/save-groups.js';
import { SubmissionNeeds } from './submission-needs.service.js';
import { TransitionsService } from './transitions.service.js';

/** Assessments: a city in a round, its answers and its states. */
@Module({
  imports: [
    AssessmentRecordModule,
    CitiesModule,
    EvidenceRecordModule,
    PeopleModule,
    QuestionnairesModule,
    RoundDirectoryModule,
  ],
  controllers: [AssessmentsController, AnswersController],
  providers: [
    AnswersService,
    AssessmentsService,
    AssessmentSteps,
    HandedBackAssessments,
    HandedSections,
    Outsiders,
    SubmissionNeeds,
    TransitionsService,
    { provide: AnswerWriter, useClass: GroupAnswerWriter },
    provideSaves,
    SaveGroups,
  ],
  exports: [
    AnswersService,
    AnswerWriter,
    AssessmentRecordModule,
    AssessmentsService,
    AssessmentSteps,
    HandedSections,
    Outsiders,
    TransitionsService,
  ],
})
export class AssessmentsModule {}

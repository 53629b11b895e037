import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CitiesModule } from '../cities/cities.module.js';
import { ClarificationsModule } from '../clarifications/clarifications.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { FilesModule } from '../files/files.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { RoundDirectoryModule } from '../rounds/round-directory.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { DemoAnswering } from './demo-answering.service.js';
import { DemoClosing } from './demo-closing.service.js';
import { DemoPeople } from './demo-people.service.js';
import { DemoProgramme } from './demo-programme.service.js';
import { DemoRepository } from './demo.repository.js';
import { DemoSeed } from './demo.seed.js';
import { DemoStories } from './demo-stories.service.js';
import { DemoVerifying } from './demo-verifying.service.js';

/** Fills an empty database with invented cities, in the mode `demo` only. */
@Module({
  imports: [
    AssessmentsModule,
    CitiesModule,
    ClarificationsModule,
    EvidenceModule,
    FilesModule,
    QuestionnairesModule,
    RoundDirectoryModule,
    VerificationModule,
  ],
  providers: [
    DemoAnswering,
    DemoClosing,
    DemoPeople,
    DemoProgramme,
    DemoRepository,
    DemoSeed,
    DemoStories,
    DemoVerifying,
  ],
})
export class DemoModule {}

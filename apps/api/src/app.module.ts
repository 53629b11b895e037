import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { AccessModule } from './access/access.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { AuditModule } from './audit/audit.module.js';
import { HistoryModule } from './audit/history.module.js';
import { CitiesModule } from './cities/cities.module.js';
import { ClarificationsModule } from './clarifications/clarifications.module.js';
import { CommandsModule } from './commands/commands.module.js';
import { ComparisonModule } from './comparison/comparison.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Settings } from './config/settings.js';
import { DatabaseModule } from './database/database.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DraftsModule } from './drafts/drafts.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { FilesModule } from './files/files.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { LiveModule } from './live/live.module.js';
import { LibraryModule } from './library/library.module.js';
import { MethodModule } from './method/method.module.js';
import { MemoryModule } from './memory/memory.module.js';
import { PublishedFiguresModule } from './published-figures/published-figures.module.js';
import { PublishingModule } from './publishing/publishing.module.js';
import { QuestionnairesModule } from './questionnaires/questionnaires.module.js';
import { RoundsModule } from './rounds/rounds.module.js';
import { ScorecardsModule } from './scorecards/scorecards.module.js';
import { SessionModule } from './session/session.module.js';
import { TransferModule } from './transfer/transfer.module.js';
import { TranslationsModule } from './translations/translations.module.js';
import { VerificationModule } from './verification/verification.module.js';
import { WebModule } from './web/web.module.js';

/** Everything there is: what all stand on, then the features. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        DatabaseModule,
        AuditModule,
        MemoryModule,
        AccessModule,
        SessionModule,
        HttpModule,
        HealthModule,
        WebModule,
        ...FEATURES,
      ],
    };
  }
}

/** One module for each feature, and the demo. */
const FEATURES: NonNullable<DynamicModule['imports']> = [
  QuestionnairesModule,
  DraftsModule,
  CitiesModule,
  AssessmentsModule,
  ScorecardsModule,
  FilesModule,
  ComparisonModule,
  PublishedFiguresModule,
  MethodModule,
  EvidenceModule,
  VerificationModule,
  ClarificationsModule,
  RoundsModule,
  PublishingModule,
  LibraryModule,
  TransferModule,
  TranslationsModule,
  HistoryModule,
  LiveModule,
  AccountsModule,
  DemoModule,
  CommandsModule,
];

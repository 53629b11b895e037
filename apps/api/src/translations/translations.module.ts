import { Module } from '@nestjs/common';
import { DraftsModule } from '../drafts/drafts.module.js';
import { TranslationsController } from './translations.controller.js';
import { Translations } from './translations.service.js';

/** Texts of drafts as workbooks for translators. */
@Module({
  imports: [DraftsModule],
  controllers: [TranslationsController],
  providers: [Translations],
})
export class TranslationsModule {}

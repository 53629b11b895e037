import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { FileRecordModule } from './file-record.module.js';
import { FileSweeper } from './file-sweeper.service.js';
import { FilesCheck } from './files-check.service.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { Incoming } from './incoming.js';
import { SendersLimit } from './senders-limit.js';

/** Files of evidence. */
@Module({
  imports: [AssessmentsModule, FileRecordModule, StorageModule],
  controllers: [FilesController],
  providers: [FileSweeper, FilesCheck, FilesService, Incoming, SendersLimit],
  exports: [FilesCheck, FilesService],
})
export class FilesModule {}

import { Module } from '@nestjs/common';
import { FileRecord } from './file-record.service.js';
import { FilesRepository } from './files.repository.js';

/** What is on record of files. Apart from `FilesModule`, which stands on assessments. */
@Module({
  providers: [FilesRepository, FileRecord],
  exports: [FilesRepository, FileRecord],
})
export class FileRecordModule {}

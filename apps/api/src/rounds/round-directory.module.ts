import { Module } from '@nestjs/common';
import { RoundDirectory } from './round-directory.service.js';
import { RoundsRepository } from './rounds.repository.js';

/** The rounds there are. Apart from `RoundsModule`, since assessments need it, which that module shows. */
@Module({ providers: [RoundsRepository, RoundDirectory], exports: [RoundDirectory] })
export class RoundDirectoryModule {}

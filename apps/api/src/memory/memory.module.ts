import { Global, Module } from '@nestjs/common';
import { Memories } from './memories.service.js';

/** What is remembered between requests. */
@Global()
@Module({ providers: [Memories], exports: [Memories] })
export class MemoryModule {}

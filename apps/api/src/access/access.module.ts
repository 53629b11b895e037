import { Global, Module } from '@nestjs/common';
import { AccessRepository } from './access.repository.js';
import { Access } from './access.service.js';

/** Who may do what where; every feature asks it. */
@Global()
@Module({ providers: [Access, AccessRepository], exports: [Access] })
export class AccessModule {}

import { Module } from '@nestjs/common';
import { PeopleRepository } from './people.repository.js';
import { People } from './people.service.js';

/** Names of people. */
@Module({ providers: [PeopleRepository, People], exports: [People] })
export class PeopleModule {}

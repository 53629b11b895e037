import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { EndpointPipe } from './endpoint.pipe.js';
import { ProblemFilter } from './problem.filter.js';

/** What happens around every handler: who (guard), shape in (pipe), problems (filter). Shape out stands at each: see `Endpoint`. */
@Module({
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useClass: EndpointPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}

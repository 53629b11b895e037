import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { EndpointPipe } from './endpoint.pipe.js';
import { ProblemFilter } from './problem.filter.js';
import { ResponseCheck } from './response-check.interceptor.js';

/** What happens around every handler: who (guard), shape in (pipe), shape out (interceptor), problems (filter). */
@Module({
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useClass: EndpointPipe },
    { provide: APP_INTERCEPTOR, useClass: ResponseCheck },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}

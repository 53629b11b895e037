import { Global, Module } from '@nestjs/common';
import { Passwords } from './passwords.js';
import { Accounts } from './accounts.service.js';
import { SessionCookie } from './session-cookie.js';
import { SessionController } from './session.controller.js';
import { SessionRepository } from './session.repository.js';
import { SessionUse } from './session-use.js';
import { SessionService } from './session.service.js';
import { Sessions } from './sessions.service.js';
import { SignInLimit } from './sign-in-limit.js';

/** Accounts, roles and sessions. The guard needs it everywhere. */
@Global()
@Module({
  controllers: [SessionController],
  providers: [
    Passwords,
    Accounts,
    SessionCookie,
    SessionRepository,
    SessionService,
    Sessions,
    SessionUse,
    SignInLimit,
  ],
  exports: [Passwords, Accounts, SessionCookie, SessionService, Sessions],
})
export class SessionModule {}

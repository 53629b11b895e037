import { Module } from '@nestjs/common';
import { AccountCare } from './account-care.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsRepository } from './accounts.repository.js';
import { InvitationsController } from './invitations.controller.js';
import { Invitations } from './invitations.service.js';

/** Who works here: accounts, their roles, and how they come in. */
@Module({
  controllers: [AccountsController, InvitationsController],
  providers: [AccountCare, AccountsRepository, Invitations],
})
export class AccountsModule {}

import { Module } from '@nestjs/common';
import { AccountCare } from './account-care.service.js';
import { AccountViews } from './account-views.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsRepository } from './accounts.repository.js';
import { AdministratorsLeft } from './administrators-left.service.js';
import { InvitationsController } from './invitations.controller.js';
import { Invitations } from './invitations.service.js';
import { RoleGiving } from './role-giving.service.js';

/** Who works here: accounts, their roles, and how they come in. */
@Module({
  controllers: [AccountsController, InvitationsController],
  providers: [AccountCare, AccountViews, AccountsRepository, AdministratorsLeft, Invitations, RoleGiving],
})
export class AccountsModule {}

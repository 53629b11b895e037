import {
  endMembership,
  type GivenRole,
  grantMembership,
  inviteAccount,
  listAccounts,
  listGrantPlaces,
  type NewMembership,
  renewInvitation,
  type ResponseOf,
  setAccountState,
} from '@kilim/contracts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointBody, EndpointParams } from '../http/endpoint.decorator.js';
import { AccountCare } from './account-care.service.js';
import { AccountViews } from './account-views.service.js';
import { type NewPerson, RoleGiving } from './role-giving.service.js';

@Controller()
export class AccountsController {
  constructor(
    private readonly views: AccountViews,
    private readonly care: AccountCare,
    private readonly roles: RoleGiving,
  ) {}

  @Endpoint(listAccounts)
  async list(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof listAccounts>> {
    return { accounts: await this.views.list(actor) };
  }

  @Endpoint(listGrantPlaces)
  async places(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof listGrantPlaces>> {
    return { places: await this.views.places(actor) };
  }

  @Endpoint(inviteAccount)
  invite(@EndpointBody(inviteAccount) body: NewPerson, @CurrentActor() actor: Actor): Promise<GivenRole> {
    return this.roles.invite(actor, body);
  }

  @Endpoint(renewInvitation)
  renew(
    @EndpointParams(renewInvitation) { accountId }: { accountId: string },
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof renewInvitation>> {
    return this.care.renewInvitation(actor, accountId);
  }

  @Endpoint(setAccountState)
  setState(
    @EndpointParams(setAccountState) { accountId }: { accountId: string },
    @EndpointBody(setAccountState) { isDisabled }: { isDisabled: boolean },
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof setAccountState>> {
    return this.care.setState(actor, accountId, isDisabled);
  }

  @Endpoint(grantMembership)
  grant(
    @EndpointParams(grantMembership) { accountId }: { accountId: string },
    @EndpointBody(grantMembership) body: NewMembership,
    @CurrentActor() actor: Actor,
  ): Promise<GivenRole> {
    return this.roles.grant(actor, accountId, body);
  }

  @Endpoint(endMembership)
  end(
    @EndpointParams(endMembership) { accountId, membershipId }: { accountId: string; membershipId: string },
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.roles.end(actor, accountId, membershipId);
  }
}

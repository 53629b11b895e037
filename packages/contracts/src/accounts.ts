import { Language } from '@kilim/indicators';
import * as z from 'zod';
import { Role, ScopeKind } from './access.js';
import { endpoint } from './endpoint.js';
import { Instant, Uuid, words } from './identity.js';
import { PASSWORD_MAXIMUM } from './passwords.js';
import { Membership, Session } from './session.js';

/** Whether somebody can sign in: `invited` has no password yet. */
export const AccountState = z.enum(['active', 'invited', 'disabled']).meta({ id: 'AccountState' });
export type AccountState = z.infer<typeof AccountState>;

/** A role of an account, as who may see it sees it. */
export const HeldMembership = z
  .strictObject({
    id: Uuid,
    ...Membership.shape,
    grantedAt: Instant,
    /** Whether the person asking may take it away. */
    mayEnd: z.boolean(),
  })
  .meta({ id: 'HeldMembership' });
export type HeldMembership = z.infer<typeof HeldMembership>;

/** A person who works here. */
export const Account = z
  .strictObject({
    id: Uuid,
    name: z.string(),
    email: z.string(),
    language: Language,
    state: AccountState,
    createdAt: Instant,
    /** The last request of any session; absent for who never signed in. */
    lastSeenAt: Instant.optional(),
    /** Until when an invitation that was not used yet can be used. */
    invitedUntil: Instant.optional(),
    /** The roles within the reach of the person asking. */
    memberships: z.array(HeldMembership).readonly(),
    /** Whether the person asking may shut and open it, and may make a link to choose a password. */
    mayDisable: z.boolean(),
    mayInvite: z.boolean(),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

/** A role at a place, to be given. */
export const NewMembership = z
  .strictObject({
    role: Role,
    scope: ScopeKind,
    /** The programme, round, city or assessment; absent for the installation. */
    scopeId: Uuid.optional(),
    /** Section ids a contributor is confined to; absent: all. */
    sections: z.array(z.string().max(40)).min(1).max(200).optional(),
  })
  .meta({ id: 'NewMembership' });
export type NewMembership = z.infer<typeof NewMembership>;

/** A link with which somebody chooses their password; shown once, kept nowhere. */
export const Invitation = z
  .strictObject({
    /** Goes behind the `#` of the page's address: no server's log ever holds it. */
    token: z.string(),
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

/** An account that was given a role. */
export const GivenRole = z
  .strictObject({
    account: Account,
    /** A new link, as long as no password was chosen; only for whoever may give every role of the account. */
    invitation: Invitation.optional(),
  })
  .meta({ id: 'GivenRole' });
export type GivenRole = z.infer<typeof GivenRole>;

/** A place at which the person asking may give roles. */
export const GrantPlace = z
  .strictObject({
    scope: ScopeKind,
    /** Absent for the installation. */
    scopeId: Uuid.optional(),
    name: z.string(),
    /** What it lies in, where the name alone says too little. */
    within: z.string().optional(),
    roles: z.array(Role).readonly(),
    /** The version that a city answers at present: its sections can be handed out. */
    versionId: Uuid.optional(),
  })
  .meta({ id: 'GrantPlace' });
export type GrantPlace = z.infer<typeof GrantPlace>;

const accountParams = z.strictObject({ accountId: Uuid });
const Token = z.string().min(20).max(100);

export const listAccounts = endpoint({
  method: 'GET',
  path: '/accounts',
  summary: 'The accounts with a role where one may give roles, by name',
  allow: 'account:read',
  isAnywhere: true,
  response: z.strictObject({ accounts: z.array(Account).readonly() }),
  problems: [],
});

export const listGrantPlaces = endpoint({
  method: 'GET',
  path: '/grant-places',
  summary: 'Where one may give which roles',
  allow: 'account:invite',
  isAnywhere: true,
  response: z.strictObject({ places: z.array(GrantPlace).readonly() }),
  problems: [],
});

export const inviteAccount = endpoint({
  method: 'POST',
  path: '/accounts',
  summary:
    'Add somebody with a first role. A new account is answered with an invitation; whoever has one already gets the role as if it were given there',
  allow: 'account:invite',
  isAnywhere: true,
  body: z.strictObject({
    email: z.email().max(254),
    name: words(200),
    language: Language,
    membership: NewMembership,
  }),
  response: GivenRole,
  status: 201,
  problems: ['membership.invalid', 'membership.exists', 'access.forbidden'],
});

export const renewInvitation = endpoint({
  method: 'POST',
  path: '/accounts/:accountId/invitations',
  summary: 'Make a new link to choose a password; earlier ones are worth nothing from then on',
  allow: 'account:invite',
  params: accountParams,
  response: Invitation,
  status: 201,
  problems: ['account.disabled', 'access.forbidden'],
});

export const setAccountState = endpoint({
  method: 'PUT',
  path: '/accounts/:accountId/state',
  summary: 'Shut an account, which ends its sessions at once, or open it again',
  allow: 'account:disable',
  params: accountParams,
  body: z.strictObject({ isDisabled: z.boolean() }),
  response: Account,
  problems: ['account.lastAdministrator', 'account.own'],
});

export const grantMembership = endpoint({
  method: 'POST',
  path: '/accounts/:accountId/memberships',
  summary:
    'Give a role. As long as no password was chosen earlier links are worth nothing from then on, and whoever may give every role of the account is answered with a new one',
  allow: 'account:invite',
  params: accountParams,
  body: NewMembership,
  response: GivenRole,
  status: 201,
  problems: ['membership.invalid', 'membership.exists', 'access.forbidden'],
});

export const endMembership = endpoint({
  method: 'DELETE',
  path: '/accounts/:accountId/memberships/:membershipId',
  summary: 'Take a role away; it stays in the history',
  allow: 'account:invite',
  params: z.strictObject({ accountId: Uuid, membershipId: Uuid }),
  status: 204,
  problems: ['account.lastAdministrator', 'access.forbidden'],
});

export const lookAtInvitation = endpoint({
  method: 'POST',
  path: '/invitations/look',
  summary: 'Who a link is for, before a password is chosen',
  allow: 'anyone',
  body: z.strictObject({ token: Token }),
  response: z.strictObject({ name: z.string(), email: z.string(), language: Language, expiresAt: Instant }),
  problems: ['invitation.over'],
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/invitations/accept',
  summary: 'Choose a password with a link, once, and be signed in: sets the session cookie',
  allow: 'anyone',
  body: z.strictObject({ token: Token, password: z.string().min(1).max(PASSWORD_MAXIMUM) }),
  response: Session,
  status: 201,
  problems: ['invitation.over', 'password.weak', 'session.refused', 'request.tooMany'],
});

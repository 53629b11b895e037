import { Language } from '@kilim/indicators';
import * as z from 'zod';
import { Role, ScopeKind } from './access.js';
import { endpoint } from './endpoint.js';
import { Instant, Uuid } from './identity.js';

/** One role of a person and where it holds. */
export const Membership = z
  .strictObject({
    role: Role,
    scope: ScopeKind,
    /** What the scope is called: a programme, a round, a city; absent for the installation. */
    scopeName: z.string().optional(),
    /** The id of that programme, round, city or assessment; absent for the installation. */
    scopeId: Uuid.optional(),
    /** Section ids a contributor is confined to; absent: all. */
    sections: z.array(z.string()).readonly().optional(),
  })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

/**
 * The header in which a client may say whose request it is, by account id. A browser has one session for all its windows:
 * what one person wrote must not be taken for the next one's who signs in there. Then it is refused with `session.other`.
 */
export const ACCOUNT_HEADER = 'kilim-account';

/** The channel between the windows of a browser on which whoever signs in or out tells the others, in every program. */
export const SESSION_CHANNEL = 'kilim.session';

/** Who one is: the account behind the session cookie. */
export const Session = z
  .strictObject({
    account: z.strictObject({ id: Uuid, name: z.string(), email: z.string(), language: Language }),
    memberships: z.array(Membership).readonly(),
    /** Where this person's work is: the form for city roles, else the dashboard. */
    home: z.enum(['/survey/', '/admin/']),
    expiresAt: Instant,
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/** E-mail and password. Any password is taken verbatim; 1 to 256 characters here, rules apply where one is chosen. */
export const SignIn = z
  .strictObject({
    email: z
      .string()
      .trim()
      .min(1)
      .max(254)
      .regex(/^\P{Cc}*$/u, 'no control characters'),
    password: z.string().min(1).max(256),
  })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  summary: 'Sign in: sets the session cookie',
  allow: 'anyone',
  body: SignIn,
  response: Session,
  problems: ['session.refused', 'request.tooMany'],
});

export const readSession = endpoint({
  method: 'GET',
  path: '/session',
  summary: 'Say who one is',
  allow: 'signedIn',
  response: Session,
  problems: [],
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out: ends the session on the server',
  allow: 'signedIn',
  status: 204,
  problems: [],
});

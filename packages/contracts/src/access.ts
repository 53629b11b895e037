import * as z from 'zod';

/** What a person is, within the scope of one membership (decision 7). */
export const Role = z
  .enum(['coordinator', 'partner', 'cityLead', 'cityContributor', 'expert', 'administrator'])
  .meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** The roles of those who work for a city. */
export const CITY_ROLES: readonly Role[] = ['cityLead', 'cityContributor'];

/** How far a membership reaches; each kind contains the ones after it. */
export const ScopeKind = z
  .enum(['installation', 'programme', 'round', 'city', 'assessment'])
  .meta({ id: 'ScopeKind' });
export type ScopeKind = z.infer<typeof ScopeKind>;

/**
 * The permission table: which roles may do what, within their scope. What lies outside a person's scopes answers 404,
 * exactly like what does not exist; what lies inside but is not allowed answers 403.
 * The server's guard and every button ask this table.
 */
export const PERMISSIONS = {
  'round:read': ['coordinator', 'partner', 'expert', 'administrator', 'cityLead', 'cityContributor'],
  'round:watch': ['coordinator', 'partner', 'administrator', 'expert'],
  'questionnaire:read': ['coordinator', 'partner', 'cityLead', 'cityContributor', 'expert', 'administrator'],
  'questionnaire:publish': ['coordinator'],
  'draft:read': ['coordinator', 'administrator'],
  'draft:write': ['coordinator'],
  'assessment:read': ['coordinator', 'partner', 'cityLead', 'cityContributor', 'expert', 'administrator'],
  'answer:write': ['cityLead', 'cityContributor'],
  'evidence:write': ['cityLead', 'cityContributor'],
  'assessment:submit': ['cityLead'],
  'assessment:reopen': ['coordinator'],
  'assessment:leave': ['cityLead', 'coordinator'],
  'assessment:agree': ['cityLead'],
  'assessment:publish': ['coordinator'],
  'assessment:verify': ['expert'],
  'finding:write': ['expert'],
  'clarification:ask': ['expert'],
  'clarification:answer': ['cityLead', 'cityContributor'],
  'history:read': ['coordinator', 'partner', 'cityLead', 'cityContributor', 'expert', 'administrator'],
  'audit:read': ['administrator'],
  'account:read': ['administrator', 'coordinator', 'cityLead'],
  'account:invite': ['administrator', 'coordinator', 'cityLead'],
  'account:disable': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;
export const Permission = z
  .enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]])
  .meta({ id: 'Permission' });

/** True when any of the roles grants the permission. */
export function allows(roles: Iterable<Role>, permission: Permission): boolean {
  const granting: readonly Role[] = PERMISSIONS[permission];
  for (const role of roles) if (granting.includes(role)) return true;
  return false;
}

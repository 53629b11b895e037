import type { HeldMembership } from '@kilim/contracts';
import type { Speech } from '../language/speech';

/** A role and where it holds: “City lead, Port Selda”. */
export function membershipWords({ role, scope, scopeName }: HeldMembership, say: Speech): string {
  const words = say.t(`role.${role}`);
  if (scope === 'installation') return words;
  return say.t('accounts.role.at', { role: words, place: scopeName ?? say.t(`scope.${scope}`) });
}

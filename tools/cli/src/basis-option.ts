import { Basis } from '@kilim/indicators';
import { CommandError, type Call } from './command.js';

/** Whose answers count. @throws CommandError for a basis that there is not */
export function basisOf(call: Call): Basis {
  const basis = Basis.safeParse(call.value('basis') ?? 'claimed');
  if (!basis.success) throw new CommandError('--basis is one of claimed, found, agreed.', 2);
  return basis.data;
}

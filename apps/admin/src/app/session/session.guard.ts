import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import type { Permission } from '@kilim/contracts';
import { Session } from './session';

/** Lets signed-in people in; others sign in first and then come back to the address they wanted. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const found = await inject(Session).find();
  return found !== undefined || router.createUrlTree(['/sign-in'], { queryParams: { to: state.url } });
};

/** Lets in whose roles allow something anywhere; shows everybody else that there is nothing here for them. */
export function mayOpen(permission: Permission): CanActivateFn {
  return () => inject(Session).may(permission) || inject(Router).createUrlTree(['/not-for-you']);
}

import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { Session } from '../session/session';

/** Sends people to where their work is: cities to the form, experts to what they verify, everybody else to the rounds. */
export const homeward: CanActivateFn = async () => {
  const [router, document, session] = [inject(Router), inject(DOCUMENT), inject(Session)];
  const found = await session.find();
  if (found === undefined) return router.createUrlTree(['/sign-in']);
  if (found.home === '/survey/') {
    document.location.assign(found.home);
    return false;
  }
  const isOnlyExpert = session.may('finding:write') && !session.may('questionnaire:publish');
  return router.createUrlTree([isOnlyExpert ? '/verification' : '/rounds']);
};

import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { ACCOUNT_HEADER, readSession } from '@kilim/contracts';
import { catchError, throwError } from 'rxjs';
import { codeOf, problemOf } from '../api/problem';
import { Session } from './session';

const SESSION_ADDRESS = `/api${readSession.path}`;

/**
 * Says with every request whose it is, so that nothing is recorded under the name of somebody who has signed in in
 * another window since: then the page waits. When a session ends in the middle of the work one signs in again and
 * comes back to the same address.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  // Asking who one is must not be refused for having been somebody else.
  const isAsking = request.url === SESSION_ADDRESS && request.method === readSession.method;
  // The session itself asks through HTTP: it may be looked up only now.
  const accountId = isAsking ? undefined : injector.get(Session).current()?.account.id;
  const named =
    accountId === undefined ? request : request.clone({ setHeaders: { [ACCOUNT_HEADER]: accountId } });
  return next(named).pipe(
    catchError((error: unknown) => {
      const isRefused = error instanceof HttpErrorResponse && error.status === 401;
      if (isRefused && request.url !== SESSION_ADDRESS) refused(error, injector);
      return throwError(() => error);
    }),
  );
};

function refused(error: HttpErrorResponse, injector: Injector): void {
  const [router, session] = [injector.get(Router), injector.get(Session)];
  if (codeOf(problemOf(error)) === 'session.other') void session.lookAgain();
  else if (!router.url.startsWith('/sign-in')) {
    session.end();
    void router.navigate(['/sign-in'], { queryParams: { to: router.url, ended: 'yes' } });
  }
}

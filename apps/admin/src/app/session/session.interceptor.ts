import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { readSession } from '@kilim/contracts';
import { catchError, throwError } from 'rxjs';
import { Session } from './session';

const SESSION_ADDRESS = `/api${readSession.path}`;

/** When a session ends in the middle of the work: sign in again and come back to the same address. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  return next(request).pipe(
    catchError((error: unknown) => {
      const isOver = error instanceof HttpErrorResponse && error.status === 401;
      if (isOver && request.url !== SESSION_ADDRESS && !injector.get(Router).url.startsWith('/sign-in')) {
        // The session itself asks through HTTP: only now may it be looked up.
        const router = injector.get(Router);
        injector.get(Session).end();
        void router.navigate(['/sign-in'], { queryParams: { to: router.url, ended: 'yes' } });
      }
      return throwError(() => error);
    }),
  );
};

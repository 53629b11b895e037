import { InjectionToken } from '@angular/core';
import { SessionNews } from '@kilim/live';

/** What this window and the others tell each other of the session. */
export const SESSION_NEWS = new InjectionToken('session news', {
  providedIn: 'root',
  factory: () => new SessionNews(),
});

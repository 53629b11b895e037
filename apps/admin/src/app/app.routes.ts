import type { Routes } from '@angular/router';
import { mayOpen, signedIn } from './session/session.guard';
import { homeward } from './shell/home.guard';
import { NotFoundPage } from './shell/not-found-page';

/** The pages, each feature a chunk of its own. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [homeward], component: NotFoundPage },
  { path: 'sign-in', loadComponent: async () => (await import('./session/sign-in-page')).SignInPage },
  { path: 'welcome', loadComponent: async () => (await import('./session/welcome-page')).WelcomePage },
  {
    path: '',
    canActivate: [signedIn],
    children: [
      {
        path: 'rounds',
        canActivate: [mayOpen('round:watch')],
        loadChildren: async () => (await import('./rounds/rounds.routes')).routes,
      },
      {
        path: 'cities/:assessmentId/history',
        canActivate: [mayOpen('history:read')],
        loadChildren: async () => (await import('./history/history.routes')).ofAssessment,
      },
      {
        path: 'cities',
        canActivate: [mayOpen('assessment:read')],
        loadChildren: async () => (await import('./cities/cities.routes')).routes,
      },
      {
        path: 'verification',
        canActivate: [mayOpen('finding:write')],
        loadChildren: async () => (await import('./verification/verification.routes')).routes,
      },
      {
        path: 'questionnaires',
        canActivate: [mayOpen('questionnaire:read')],
        loadChildren: async () => (await import('./authoring/authoring.routes')).routes,
      },
      {
        path: 'published-figures',
        loadChildren: async () => (await import('./published/published.routes')).routes,
      },
      {
        path: 'accounts',
        canActivate: [mayOpen('account:read')],
        loadChildren: async () => (await import('./accounts/accounts.routes')).routes,
      },
      {
        path: 'history',
        canActivate: [mayOpen('audit:read')],
        loadChildren: async () => (await import('./history/history.routes')).routes,
      },
      {
        path: 'not-for-you',
        loadComponent: async () => (await import('./shell/not-for-you-page')).NotForYouPage,
      },
    ],
  },
  { path: '**', component: NotFoundPage },
];

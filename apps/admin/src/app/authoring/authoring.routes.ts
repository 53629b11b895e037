import type { Routes } from '@angular/router';
import { mayOpen } from '../session/session.guard';
import { VersionPage } from './versions/version-page';
import { VersionsPage } from './versions/versions-page';

/** Questionnaires: drafts and published versions, reading one, bringing one in from a file, and writing one. */
export const routes: Routes = [
  { path: '', component: VersionsPage },
  {
    path: 'import',
    canActivate: [mayOpen('draft:write')],
    loadComponent: async () => (await import('./transfer/import-page')).ImportPage,
  },
  {
    path: 'drafts/:draftId',
    canActivate: [mayOpen('draft:read')],
    loadComponent: async () => (await import('./desk/draft-page')).DraftPage,
    children: [
      { path: '', loadComponent: async () => (await import('./editor/editor-page')).EditorPage },
      {
        path: 'translations',
        loadComponent: async () => (await import('./translations/translations-page')).TranslationsPage,
      },
      { path: 'library', loadComponent: async () => (await import('./library/library-page')).LibraryPage },
      { path: 'publish', loadComponent: async () => (await import('./report/publish-page')).PublishPage },
      {
        path: 'history',
        loadComponent: async () => (await import('./history/history-page')).DraftHistoryPage,
      },
    ],
  },
  { path: ':versionId', component: VersionPage },
];

import type { Routes } from '@angular/router';
import { VersionPage } from './version-page';
import { VersionsPage } from './versions-page';

/** Published versions, one of them to read, and publishing another. */
export const routes: Routes = [
  { path: '', component: VersionsPage },
  { path: 'publish', loadComponent: async () => (await import('./publish-page')).PublishPage },
  { path: ':versionId', component: VersionPage },
];

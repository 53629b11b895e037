import type { Routes } from '@angular/router';
import { AccountPage } from './account-page';
import { AccountsPage } from './accounts-page';

/** Who works here, and one person with what they may do. */
export const routes: Routes = [
  { path: '', component: AccountsPage },
  { path: ':accountId', component: AccountPage },
];

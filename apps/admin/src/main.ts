import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { sayCannotBegin } from './cannot-begin';

bootstrapApplication(App, appConfig).catch((error: unknown) => {
  sayCannotBegin(document);
  // The reason is for whoever looks at the console.
  throw error;
});

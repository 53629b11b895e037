import { writeFileSync } from 'node:fs';
import { settingsPage } from './settings-page.js';

// `npm run docs`: from the built server to the workspace's documentation.
writeFileSync(new URL('../../../../docs/settings.md', import.meta.url), settingsPage());

/** What lies between two versions: how they differ, what that does to scores, and what becomes of answers. */
export * from './bridge-scores.js';
export * from './common-core.js';
export * from './diff-versions.js';
export * from './migrate-answers.js';
export * from './migration-rule.js';
export * from './plan-migration.js';
export * from './score-impact.js';
export * from './version-change.js';
export * from './version-documents.js';

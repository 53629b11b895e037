/** What lies between two versions: how they differ, what that does to scores, and what becomes of answers. */
export * from './diff-versions.js';
export * from './version-change.js';
export * from './version-documents.js';

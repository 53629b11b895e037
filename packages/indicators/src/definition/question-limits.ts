/** The most instances that a repeated set may have, and the most pieces of evidence that one file question takes. */
export const INSTANCES_MAXIMUM = 50;
export const FILES_MAXIMUM = 50;

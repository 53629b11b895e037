/** What a slot's first code says; from `ANSWERED` on, which answer. */
export const OPEN = 0;
export const NOT_APPLICABLE = 1;
export const ANSWERED = 2;

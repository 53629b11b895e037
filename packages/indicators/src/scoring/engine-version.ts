/** Names the rules by which this engine scores; changes whenever the same input could give another number. */
export const ENGINE_VERSION = '2';

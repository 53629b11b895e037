/** 256 people answer at once, eight colleagues in each of 32 cities. */
export const CROWD = { people: 256, cities: 32 } as const;

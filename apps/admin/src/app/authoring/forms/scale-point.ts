/** From a number on, or at just that number: so many points. */
export interface ScalePoint {
  readonly at: number;
  readonly points: number;
}

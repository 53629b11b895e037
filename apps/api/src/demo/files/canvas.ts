import { png, type Colour } from './png.js';

/** A picture that is painted over, part by part. */
export class Canvas {
  readonly #points: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    ground: Colour,
  ) {
    this.#points = new Uint8Array(width * height * 3);
    this.box(0, 0, width, height, ground);
  }

  /** A filled rectangle; what lies outside is left out. */
  box(left: number, top: number, width: number, height: number, colour: Colour): void {
    const [right, bottom] = [Math.min(this.width, left + width), Math.min(this.height, top + height)];
    for (let y = Math.max(0, Math.floor(top)); y < bottom; y += 1)
      for (let x = Math.max(0, Math.floor(left)); x < right; x += 1) this.dot(x, y, colour);
  }

  /** A filled circle. */
  disc(centreX: number, centreY: number, radius: number, colour: Colour): void {
    for (let y = Math.floor(centreY - radius); y <= centreY + radius; y += 1)
      for (let x = Math.floor(centreX - radius); x <= centreX + radius; x += 1)
        if ((x - centreX) ** 2 + (y - centreY) ** 2 <= radius ** 2) this.dot(x, y, colour);
  }

  dot(x: number, y: number, colour: Colour): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    this.#points.set(colour, (y * this.width + x) * 3);
  }

  toPng(): Buffer {
    return png(this.width, this.height, this.#points);
  }
}

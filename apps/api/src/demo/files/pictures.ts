import { Seeded } from '../seeded.js';
import { Canvas } from './canvas.js';
import type { Colour } from './png.js';

const SIZE = { width: 480, height: 300 } as const;
const RIVER_Y = 158;
const SKY: Colour = [214, 228, 236];
const GROUND: Colour = [186, 176, 160];
const GLASS: Colour = [92, 110, 128];
const RIVER: Colour = [142, 176, 200];
const INK: Colour = [70, 66, 62];
const PLACE: Colour = [168, 52, 44];
const FACADES: readonly Colour[] = [
  [201, 148, 116],
  [222, 196, 148],
  [176, 132, 132],
  [198, 204, 190],
  [164, 156, 176],
];
const COATS: readonly Colour[] = [
  [52, 72, 120],
  [168, 52, 44],
  [40, 104, 84],
  [196, 140, 44],
  [96, 60, 108],
];
const SKINS: readonly Colour[] = [
  [244, 214, 190],
  [206, 158, 120],
  [142, 96, 68],
  [92, 62, 46],
];
const DISTRICTS: readonly Colour[] = [
  [238, 230, 214],
  [226, 218, 200],
  [232, 224, 222],
  [220, 224, 210],
];

/** People in a street of houses, as a snapshot would show them. */
export function street(seed: string): Buffer {
  const drawn = new Seeded(seed);
  const canvas = new Canvas(SIZE.width, SIZE.height, SKY);
  for (let left = 0; left < SIZE.width;) {
    const [width, top] = [drawn.between(60, 112), drawn.between(45, 112)];
    house(canvas, { left, top, width, colour: among(FACADES, drawn) });
    left += width;
  }
  canvas.box(0, 232, SIZE.width, 68, GROUND);
  for (let person = 0; person < 16; person += 1) {
    const [x, feet] = [drawn.between(20, SIZE.width - 20), drawn.between(248, 294)];
    canvas.box(x - 7, feet - 39, 14, 39, among(COATS, drawn));
    canvas.disc(x, feet - 45, 7, among(SKINS, drawn));
  }
  return canvas.toPng();
}

function house(
  canvas: Canvas,
  { left, top, width, colour }: { left: number; top: number; width: number; colour: Colour },
): void {
  canvas.box(left, top, width, 240 - top, colour);
  for (let y = top + 18; y < 202; y += 35)
    for (let x = left + 14; x < left + width - 18; x += 23) canvas.box(x, y, 12, 20, GLASS);
}

/** Districts around a river, with a mark for each meeting place. */
export function districtMap(seed: string): Buffer {
  const drawn = new Seeded(seed);
  const canvas = new Canvas(SIZE.width, SIZE.height, SKY);
  const centres = Array.from(
    { length: 14 },
    () => [drawn.between(0, SIZE.width), drawn.between(0, SIZE.height)] as const,
  );
  for (let y = 0; y < SIZE.height; y += 1)
    for (let x = 0; x < SIZE.width; x += 1) canvas.dot(x, y, districtAt(x, y, centres));
  for (const [x, y] of centres.slice(0, 6)) {
    canvas.disc(x, y, 7, PLACE);
    canvas.disc(x, y, 3, [255, 255, 255]);
  }
  return canvas.toPng();
}

/** The district of the nearest centre; a border where two are nearly as near. */
function districtAt(x: number, y: number, centres: readonly (readonly [number, number])[]): Colour {
  if (Math.abs(y - RIVER_Y - 45 * Math.sin(x / 80)) < 8) return RIVER;
  let nearest = Infinity;
  let next = Infinity;
  let district = 0;
  for (let index = 0; index < centres.length; index += 1) {
    const [centreX, centreY] = centres[index] ?? [0, 0];
    const distance = (x - centreX) ** 2 + (y - centreY) ** 2;
    if (distance < nearest) {
      next = nearest;
      nearest = distance;
      district = index;
    } else if (distance < next) next = distance;
  }
  const isBorder = Math.sqrt(next) - Math.sqrt(nearest) < 1.6;
  return isBorder ? INK : (DISTRICTS[district % DISTRICTS.length] ?? GROUND);
}

function among(colours: readonly Colour[], drawn: Seeded): Colour {
  return colours[Math.floor(drawn.between(0, colours.length))] ?? GROUND;
}

// Marks as a PNG, twice as fine as they are shown, so that they print well.
import type { Picture } from '../cases/letters/word.ts';
import type { Drawing } from './drawing.ts';

const FINE = 2;

/** @throws where the browser gives no canvas to draw on. */
export async function pngOf({ width, height, marks, alt }: Drawing): Promise<Picture> {
  const canvas = new OffscreenCanvas(width * FINE, height * FINE);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser draws no pictures.');
  pen.scale(FINE, FINE);
  for (const mark of marks) {
    pen.fillStyle = mark.fill;
    if (mark.is === 'rect') { pen.fillRect(mark.x, mark.y, mark.width, mark.height); continue; }
    pen.font = `${mark.bold === true ? 'bold ' : ''}15px Arial, sans-serif`;
    pen.textAlign = mark.middle === true ? 'center' : 'left';
    pen.fillText(mark.text, mark.x, mark.y);
  }
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return { png: new Uint8Array(await png.arrayBuffer()), width, height, alt };
}

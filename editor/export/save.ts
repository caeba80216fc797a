// The picture as a file: SVG as it stands, or PNG at twice its size, for slides and papers. The PNG is drawn in this
// browser; nothing is sent anywhere.

/** The text of a drawn picture. */
export const svgText = (picture: SVGSVGElement): string => new XMLSerializer().serializeToString(picture);

const SCALE = 2;
/** The largest side that browsers draw without fail. */
const MOST = 8192;

/** The picture as a PNG file; rejects where this browser cannot draw it. */
export async function pngOf(picture: SVGSVGElement): Promise<Blob> {
  const [width, height] = [picture.width.baseVal.value, picture.height.baseVal.value];
  const scale = Math.min(SCALE, MOST / width, MOST / height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => { canvas.toBlob((blob) => { if (blob === null) reject(new Error('The picture could not be drawn.')); else resolve(blob); }, 'image/png'); });
}

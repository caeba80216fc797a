// How much is drawn at which size: all from 75%, names from 50%, tinted shapes below.
import { useStore } from '@xyflow/react';

/** The class for the present zoom. */
export function useZoomClass(): string {
  return useStore((state) => classAt(state.transform[2]));
}

/** Class names by zoom; pills go before words do. */
function classAt(zoom: number): string {
  const stages = zoom >= 0.7 ? '' : zoom >= 0.45 ? ' ed-zoom-names' : ' ed-zoom-shapes';
  const pills = zoom >= 0.55 ? '' : zoom >= 0.4 ? ' ed-zoom-branches' : ' ed-zoom-no-pills';
  return `ed-canvas${stages}${pills}`;
}

// The shapes of the layout: rectangles in canvas pixels, routes as corners.
import type { Id } from '../../engine/procedure/types.ts';

export interface Point { readonly x: number; readonly y: number }
export interface Rect extends Point { readonly w: number; readonly h: number }
/** A stage, end, way in or group frame. `x`, `y` are from the top left of the diagram; `within` from its group's. */
export interface Placed extends Rect { readonly id: Id; readonly parent: Id | null; readonly within: Point; readonly depth: number }
/** A lane line inside a frame, from its top left: upright at x, or level at y. */
export interface Divider { readonly group: Id; readonly upright: boolean; readonly at: number }
export interface PlacedRoute {
  readonly id: string;
  /** Corners from the source's outline to the target's. */
  readonly points: readonly Point[];
  /** Where its words stand; absent without label. */
  readonly pill?: Rect;
}
export interface Layout {
  readonly stages: ReadonlyMap<Id, Placed>;
  readonly groups: ReadonlyMap<Id, Placed>;
  readonly dividers: readonly Divider[];
  readonly routes: ReadonlyMap<string, PlacedRoute>;
  readonly bounds: Rect;
  /** Pills for which no clear place was found; empty for every automatic layout. */
  readonly unclear: readonly string[];
}
/** How much looser than usual the columns and rows stand that a route passes: 0, 1, 2 … by route id; absent is 0. */
export type Slack = ReadonlyMap<string, number>;

export const GRID = 8;
export const HEADER = 32;
export const MARGIN = 16;
export const onGrid = (value: number): number => Math.round(value / GRID) * GRID;
/** Whether two rectangles come nearer than `gap` pixels. */
export const near = (a: Rect, b: Rect, gap = 0): boolean => a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;

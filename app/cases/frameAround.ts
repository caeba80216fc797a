// Lets another part of the application put its own frame around the screens of a case: a rehearsal does.
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { CaseModel } from './types.ts';

/** Draws the frame; a function and no component, so that what it draws stays the same from one drawing to the next. */
export type Frame = (props: { readonly model: CaseModel; readonly title: string; readonly children: ReactNode }) => ReactNode;
const FrameContext = createContext<Frame | undefined>(undefined);
export const FrameProvider = FrameContext.Provider;

/** The frame to use instead of casework's own, where there is one. */
export function useFrameAround(): Frame | undefined { return useContext(FrameContext); }

// Lets another part of the application put its own frame around the screens of a case: a rehearsal does.
import { createContext, useContext } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { CaseModel } from './types.ts';

export type Frame = ComponentType<{ readonly model: CaseModel; readonly title: string; readonly children: ReactNode }>;
const FrameContext = createContext<Frame | undefined>(undefined);
export const FrameProvider = FrameContext.Provider;

/** The frame to use instead of casework's own, where there is one. */
export function useFrameAround(): Frame | undefined { return useContext(FrameContext); }

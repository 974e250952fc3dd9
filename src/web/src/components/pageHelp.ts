import { createContext, type ReactNode } from 'react';

/** What stands beside every page's title. */
export const PageHelp = createContext<ReactNode>(null);

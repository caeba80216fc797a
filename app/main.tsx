import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/ui.css';
import './app.css';
import { App } from './App.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { workOffline } from './trust/offline.ts';
import { listenForErrors } from './world/log.ts';
import { joinTabs } from './world/session.ts';

listenForErrors();
workOffline();
void joinTabs();
const root = document.getElementById('app');
if (root !== null) createRoot(root).render(<StrictMode><ErrorBoundary><App /></ErrorBoundary></StrictMode>);

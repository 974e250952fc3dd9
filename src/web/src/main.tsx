import '@mantine/core/styles.css';
import './app/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { watchStyles } from './components/Fetched';
import { startLanguage } from './i18n/i18n';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

watchStyles();
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

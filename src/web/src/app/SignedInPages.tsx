import '@mantine/notifications/styles.css';
import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { routes } from './routes';

const router = createBrowserRouter(routes);

export function SignedInPages() {
  const { t } = useTranslation();
  return (
    <>
      <MantineThemeProvider inherit theme={{ components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('common.close') } } } } }}>
        <Notifications position="bottom-right" autoClose={4000} limit={3} />
      </MantineThemeProvider>
      <RouterProvider router={router} />
    </>
  );
}

import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from 'react-router/dom';
import { router } from './routes';

export function SignedInPages() {
  return (
    <>
      <Notifications position="bottom-right" autoClose={4000} limit={3} />
      <RouterProvider router={router} />
    </>
  );
}

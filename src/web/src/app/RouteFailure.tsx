import { useRouteError } from 'react-router';
import { FailureState } from '../components/FailureState';

/** A part of the page could not be loaded, or broke; reading the page anew mends both. */
export function RouteFailure() {
  return <FailureState error={useRouteError()} onRetry={() => window.location.reload()} />;
}

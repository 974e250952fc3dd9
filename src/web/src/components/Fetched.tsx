import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { ScriptFailure } from '../api/failures';
import { FailureState } from './FailureState';
import { LoadingRows } from './LoadingRows';

interface FetchedProps<P> {
  load: () => Promise<ComponentType<P>>;
  props: P;
  /** What stands there until it has come. */
  waiting?: ReactNode;
}

/** A part of the page whose script is fetched when it is shown. If it does not come, that is said, and it is fetched again when asked. */
export function Fetched<P extends object>({ load, props, waiting = <LoadingRows /> }: FetchedProps<P>) {
  const [Part, setPart] = useState<ComponentType<P>>();
  const [error, setError] = useState<ScriptFailure>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isShown = true;
    askForStyles()
      .then(load)
      .then(
        (part) => isShown && setPart(() => part),
        async () => {
          if (asked > 0 && (await isServerThere())) window.location.reload();
          else if (isShown) setError(new ScriptFailure());
        },
      );
    return () => {
      isShown = false;
    };
  }, [load, asked]);
  if (Part) return <Part {...props} />;
  if (!error) return waiting;
  const again = () => {
    setError(undefined);
    setAsked((times) => times + 1);
  };
  return <FailureState error={error} onRetry={again} />;
}

const lostStyles = new Set<HTMLLinkElement>();

/** From now on remembers the style sheets that do not come. */
export function watchStyles() {
  const remember = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lostStyles.add(target);
  };
  window.addEventListener('error', remember, { capture: true });
}

/** Asks again for style sheets that did not come: an import asks for its own only the first time. */
async function askForStyles() {
  const lost = [...lostStyles];
  lostStyles.clear();
  await Promise.all(
    lost.map(
      (link) =>
        new Promise((come, fail) => {
          const again = link.cloneNode() as HTMLLinkElement;
          again.addEventListener('load', come);
          again.addEventListener('error', fail);
          link.replaceWith(again);
        }),
    ),
  );
}

/** A server that answers but has not got the script was renewed meanwhile, and needs its own page. */
const isServerThere = () =>
  fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    (answer) => answer.ok,
    () => false,
  );

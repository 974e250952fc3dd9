import { useEffect, useEffectEvent } from 'react';

/**
 * Closes what hangs from a button, a menu or a note, by Escape as long as the focus is still outside it.
 * The focus goes into it only a moment after it was opened; from then on it listens to Escape itself.
 */
export function useEscape(isOpen: boolean, close: () => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !(event.target as Element).closest('[role="dialog"], [role="menu"]')) close();
  });
  useEffect(() => {
    if (!isOpen) return;
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isOpen]);
}

import { useEffect, useRef } from 'react';

/** Tells pages that show what people are notified of that something has come; the connection is the bell's. */
const arrivals = new EventTarget();

export const tellNotice = () => arrivals.dispatchEvent(new Event('notice'));

export function useNotices(onNotice: () => void) {
  const handler = useRef(onNotice);
  useEffect(() => {
    handler.current = onNotice;
  });
  useEffect(() => {
    const heard = () => handler.current();
    arrivals.addEventListener('notice', heard);
    return () => arrivals.removeEventListener('notice', heard);
  }, []);
}

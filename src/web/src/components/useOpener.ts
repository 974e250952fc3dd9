import { useLayoutEffect, useState } from 'react';

/** Gives the focus back, when a window over the page is closed, to what had it when it was opened, or to the nearest around that which is still there. */
export function useOpener() {
  const [wayBefore] = useState(() => wayTo(document.activeElement));
  useLayoutEffect(() => {
    // What opened it may have gone in the same moment, as a menu does, or another window that this one takes the place of, which has given the focus back.
    const way = document.activeElement === document.body ? wayBefore : wayTo(document.activeElement);
    return () => {
      const current = document.activeElement;
      if (current !== document.body && !current?.closest('[role="dialog"]')) return;
      way.find((element) => {
        element.focus({ preventScroll: true });
        return document.activeElement === element;
      });
    };
  }, [wayBefore]);
}

/** An element with all around it, from the inside out, and the page's content last; for a choice of a menu, the button of the menu. */
function wayTo(element: Element | null): HTMLElement[] {
  const menu = element?.closest('[role="menu"]');
  const way: HTMLElement[] = [];
  for (let around = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : element; around instanceof HTMLElement && around !== document.body; around = around.parentElement) way.push(around);
  const content = document.getElementById('content');
  return content ? [...way, content] : way;
}

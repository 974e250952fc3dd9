/** What a cause is found by on its page. */
export const anchorOf = (causeId: string) => `why-${causeId}`;

/** Goes to a cause in its chain, once it stands there. */
export function focusCause(causeId: string, tries = 40): void {
  const found = document.getElementById(anchorOf(causeId));
  if (found) {
    found.scrollIntoView({ block: 'nearest' });
    found.focus();
  } else if (tries > 0) setTimeout(() => focusCause(causeId, tries - 1), 50);
}

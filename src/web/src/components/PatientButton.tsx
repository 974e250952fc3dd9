import type { ComponentProps } from 'react';

type PatientButtonProps = ComponentProps<'button'> & { 'data-loading'?: boolean };

/** The element of all buttons. One that is loading keeps the focus, which a disabled one would lose: it says that it is busy, and does nothing. */
export function PatientButton({ disabled, onClick, type = 'button', ...rest }: PatientButtonProps) {
  const isBusy = rest['data-loading'] === true;
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled && !isBusy}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || rest['aria-disabled']}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

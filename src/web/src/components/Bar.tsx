/** A value's length among others, beside its figure, which says the same. */
export function Bar({ length, muted = false }: { length: number; muted?: boolean }) {
  return (
    <div aria-hidden style={{ height: 10, background: 'var(--ink-soft)', borderRadius: 2, minWidth: 40 }}>
      <div style={{ width: `${length * 100}%`, height: '100%', background: muted ? 'var(--line-strong)' : 'var(--ink)', borderRadius: 2 }} />
    </div>
  );
}

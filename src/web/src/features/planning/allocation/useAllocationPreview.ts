import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { AllocationPreview, inputOf, type AllocationParentData, type AllocationPart, type Split } from './allocation';

/** What a split would give, a moment after one stops changing it; what was found last stays while the next is read. */
export function useAllocationPreview(parent: AllocationParentData, split: Split) {
  // All recipients of the dimension, those without a part too, as the first preview found them.
  const [known, setKnown] = useState<{ dimension: string; parts: readonly AllocationPart[] }>({ dimension: '', parts: [] });
  const [settled] = useDebouncedValue(split, 250);
  const [{ data, error, fetching }, read] = useQuery({
    query: AllocationPreview,
    variables: { input: inputOf(parent, settled, known.parts.map((part) => part.recipient.id)) },
    requestPolicy: 'cache-and-network',
    pause: settled.dimension !== split.dimension,
  });
  const preview = data?.allocationPreview;
  const parts = preview?.parts;
  if (parts && parts.length > 0 && parts !== known.parts && settled === split && split.without.size === 0 && !fetching) setKnown({ dimension: settled.dimension, parts });
  const all = known.dimension === split.dimension ? known.parts : [];
  const now = new Map((parts ?? []).map((part) => [part.recipient.id, part]));
  return {
    preview,
    parts: all.length > 0 ? all.map((part) => now.get(part.recipient.id) ?? part) : (parts ?? []),
    error,
    isReading: fetching || settled !== split,
    read: () => read({ requestPolicy: 'network-only' }),
  };
}

import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Pages } from '../../../api/useConnection';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';

interface PagedSectionProps {
  title: string;
  pages: Pick<Pages<unknown>, 'nodes' | 'totalCount' | 'error' | 'reload' | 'more'>;
  /** What is said where there is none. */
  none: string;
  children: ReactNode;
}

/** A part of the page that reads a list: its number, what went wrong, that there is none, or what there is. */
export function PagedSection({ title, pages, none, children }: PagedSectionProps) {
  const { nodes, totalCount, error } = pages;
  return (
    <Section title={title} actions={nodes && <span className="number">{totalCount}</span>}>
      {!nodes && (error ? <FailureState error={error} onRetry={pages.reload} /> : <LoadingRows count={3} />)}
      {nodes?.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {none}
        </Text>
      )}
      {nodes && nodes.length > 0 && children}
      {nodes && error && <FailureState error={error} onRetry={pages.more} />}
    </Section>
  );
}

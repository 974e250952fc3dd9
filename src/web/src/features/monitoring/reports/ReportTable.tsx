import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Reports.module.css';

export interface Column<Row> {
  key: string;
  title: string;
  isNumber?: boolean;
  /** It names the row. */
  isHead?: boolean;
  cell: (row: Row) => ReactNode;
}

interface ReportTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/** Rows of a report; what is too wide scrolls by itself. */
export function ReportTable<Row>({ label, columns, rows, keyOf }: ReportTableProps<Row>) {
  return (
    <div className={`surface ${styles.scroll}`} role="region" aria-label={label} tabIndex={0}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, title, isNumber }) => (
              <Table.Th key={key} scope="col" ta={isNumber ? 'end' : undefined} className={styles.head}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map(({ key, isNumber, isHead, cell }) => (
                <Table.Td key={key} component={isHead ? 'th' : undefined} scope={isHead ? 'row' : undefined} ta={isNumber ? 'end' : 'start'} className={isNumber ? 'number' : styles.name}>
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

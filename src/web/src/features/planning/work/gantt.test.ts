import { describe, expect, it } from 'vitest';
import { barOf, dayNumber, everyNth, monthsOf, place, spanOf, tiesOf, type Line } from './gantt';

const line = (id: string, start: string, due: string, dependsOn: string[] = [], overlaps: string[] = []): Line => ({ id, start, due, dependsOn, overlaps });
const rows = { height: 40, bar: 28, half: 6 };

describe('a chart of milestones', () => {
  it('shows whole months, from the first start to the last due', () => {
    const span = spanOf([line('a', '2027-02-10', '2027-03-05'), line('b', '2027-01-31', '2027-02-28')]);
    expect(monthsOf(span).map((month) => month.month)).toEqual(['2027-01', '2027-02', '2027-03']);
    expect(monthsOf(span).reduce((sum, month) => sum + month.width, 0)).toBeCloseTo(1);
    expect([span.from, span.until]).toEqual([dayNumber('2027-01-01'), dayNumber('2027-04-01')]);
  });

  it('goes over the end of a year and counts the leap day', () => {
    const span = spanOf([line('a', '2027-12-05', '2028-02-29')]);
    expect(monthsOf(span).map((month) => month.month)).toEqual(['2027-12', '2028-01', '2028-02']);
    expect(span.until - span.from).toBe(31 + 31 + 29);
  });

  it('covers the last day of a bar', () => {
    const span = spanOf([line('a', '2027-01-01', '2027-01-31')]);
    expect(barOf(line('a', '2027-01-01', '2027-01-31'), span)).toEqual({ left: 0, width: 1 });
    expect(barOf(line('a', '2027-01-31', '2027-01-31'), span).width).toBeCloseTo(1 / 31);
    expect(place(dayNumber('2027-02-02'), span)).toBeGreaterThan(1);
  });

  it('ties what waits to what it waits for, down to its bar', () => {
    const lines = [line('a', '2027-01-01', '2027-01-10'), line('b', '2027-01-21', '2027-01-31', ['a'])];
    const [tie] = tiesOf(lines, spanOf(lines), rows);
    expect(tie?.points.map((point) => point.y)).toEqual([28, 28, 62]);
    expect(tie?.points[0]?.x).toBeCloseTo(10 / 31);
    expect(tie?.head.x).toBeCloseTo(20 / 31);
    expect(tie?.head.up).toBe(false);
  });

  it('goes back between the rows where what waits begins too early, and up where it stands above', () => {
    const lines = [line('b', '2027-01-05', '2027-01-31', ['a'], ['a']), line('a', '2027-01-06', '2027-01-20')];
    const [tie] = tiesOf(lines, spanOf(lines), rows);
    expect(tie?.overlaps).toBe(true);
    expect(tie?.head.up).toBe(true);
    expect(tie?.points.map((point) => point.y)).toEqual([68, 42, 42, 34]);
  });

  it('ties to nothing that is not shown', () => {
    const lines = [line('b', '2027-01-05', '2027-01-31', ['gone'])];
    expect(tiesOf(lines, spanOf(lines), rows)).toEqual([]);
  });

  it('names fewer months the more there are', () => {
    expect([everyNth(6), everyNth(12), everyNth(13), everyNth(30)]).toEqual([1, 1, 3, 6]);
  });
});

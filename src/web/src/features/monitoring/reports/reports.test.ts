import { describe, expect, it } from 'vitest';
import { behind, exportPath, moved, readSettings, writeSettings, type AttainmentRowData } from './reports';

const address = 'cycle=C&by=REGION,PERIOD,PERSON&per=QUARTER&unit=U&only=1&region=R&measure=M&level=TEAM,PERSONAL&health=OFF_TRACK&asOf=2027-03-31';
const row: AttainmentRowData = {
  unit: null, region: { id: 'R1', name: 'East' }, customer: null, person: { id: 'P1', name: 'Li' }, level: null, measure: null, period: '2027-Q1',
  objectives: 3, target: null, actual: null, attainment: '0.5', onTrack: 1, atRisk: 1, offTrack: 1,
};

describe('a report in the address', () => {
  it('is read and written the same', () => {
    const settings = readSettings(new URLSearchParams(address));
    expect(settings.by).toEqual(['REGION', 'PERIOD', 'PERSON']);
    expect(Object.fromEntries(writeSettings(new URLSearchParams('cycle=C'), settings))).toEqual(Object.fromEntries(new URLSearchParams(address)));
  });

  it('leaves out what nobody knows, and what is usual', () => {
    const settings = readSettings(new URLSearchParams('report=x&by=UNIT,COLOUR,UNIT&level=GOD&asOf=tomorrow'));
    expect(settings).toMatchObject({ report: 'attainment', by: ['UNIT'], levels: [], asOf: null });
    expect(writeSettings(new URLSearchParams(), settings).toString()).toBe('');
    expect(readSettings(new URLSearchParams('by=')).by).toEqual([]);
  });
});

describe('a file', () => {
  it('has the arguments of the report', () => {
    const query = new URL(exportPath(readSettings(new URLSearchParams(address)), 'C', 'xlsx'), 'http://x').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      cycleId: 'C', groupBy: 'REGION,PERIOD,PERSON', granularity: 'QUARTER', asOf: '2027-03-31', 'filter.unitId': 'U', 'filter.includeSubunits': 'false', 'filter.regionId': 'R', 'filter.measureId': 'M',
      'filter.level': 'TEAM,PERSONAL', 'filter.health': 'OFF_TRACK',
    });
    expect(exportPath(readSettings(new URLSearchParams('report=trainingEffect&unit=U')), 'C', 'csv')).toBe('/exports/trainingEffect.csv?cycleId=C');
  });
});

describe('the objectives behind a number', () => {
  it('are those of the row within the filter', () => {
    const settings = readSettings(new URLSearchParams(address));
    expect(behind(settings, 'C', row, null)).toMatchObject({ cycleId: 'C', unitId: 'U', includeSubunits: false, regionId: 'R1', ownerId: 'P1', measureId: 'M', level: ['TEAM', 'PERSONAL'], health: ['OFF_TRACK'] });
    expect(behind(settings, 'C', row, ['ON_TRACK', 'ACHIEVED']).health).toEqual([]);
  });

  it('are those without a region where the row has none', () => {
    const settings = readSettings(new URLSearchParams(address));
    expect(behind(settings, 'C', row, null).hasRegion).toBeNull();
    expect(behind(settings, 'C', { ...row, region: null }, null)).toMatchObject({ hasRegion: false, hasCustomer: null });
    expect(behind({ ...settings, by: ['CUSTOMER'] }, 'C', { ...row, customer: null }, null)).toMatchObject({ hasRegion: null, hasCustomer: false });
  });
});

it('moves a dimension to another place', () => {
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
});

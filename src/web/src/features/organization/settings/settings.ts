import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const CompanyQuery = graphql(`
  query Company {
    organization {
      name
      timeZone
      currency
    }
  }
`);

export const HolidaysQuery = graphql(`
  query Holidays($year: Int!) {
    organization {
      holidays(year: $year) {
        date
        working
        name
      }
    }
  }
`);

export const SaveOrganization = graphql(
  `
    mutation SaveOrganization($input: SaveOrganizationInput!) {
      saveOrganization(input: $input) {
        organization {
          name
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const SetHolidays = graphql(
  `
    mutation SetHolidays($input: SetHolidaysInput!) {
      setHolidays(input: $input) {
        organization {
          name
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export type Company = ResultOf<typeof CompanyQuery>['organization'];
export type HolidayDay = ResultOf<typeof HolidaysQuery>['organization']['holidays'][number];

/** The day after the last one listed, within the year: what is added next is most often its neighbour. */
export function nextDay(days: readonly { date: string }[], year: number): string {
  const last = days.map((day) => day.date).sort().at(-1);
  if (!last) return `${year}-01-01`;
  const next = new Date(`${last}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const text = next.toISOString().slice(0, 10);
  return text.startsWith(`${year}-`) ? text : last;
}

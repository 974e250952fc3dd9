import { createContext, useContext } from 'react';
import { graphql, type ResultOf } from '../../../api/graphql';
import { formatInstant } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';

export const UnitLine = graphql(`
  fragment UnitLine on Unit {
    id
    code
    name
    kind
    active
    parent {
      id
    }
    leader {
      id
      name
    }
  }
`);

export const WorkspaceQuery = graphql(
  `
    query Workspace {
      viewer {
        person {
          id
          name
          employeeNumber
          unit {
            id
            name
          }
        }
        roles
      }
      organization {
        name
        timeZone
        currency
        root {
          id
        }
        units {
          ...UnitLine
        }
      }
    }
  `,
  [UnitLine],
);

export type UnitLineData = ResultOf<typeof UnitLine>;
type WorkspaceData = ResultOf<typeof WorkspaceQuery>;
export type Viewer = WorkspaceData['viewer'];
export type Organization = WorkspaceData['organization'];

/** What every screen needs to know: who looks, the company, and what day it is there. */
export interface Workspace {
  viewer: Viewer;
  organization: Organization;
  /** The business day in the company's time zone. */
  today: string;
  /** The units that the viewer leads, with all below. */
  ledUnitIds: ReadonlySet<string>;
  may: (right: Right) => boolean;
}

export type Right = 'manageOrganization' | 'manageCycles' | 'manageMeasures' | 'manageStrategy' | 'publishEverywhere' | 'import';

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('Outside the workspace.');
  return workspace;
}

export function useInstant(): (instant: string) => string {
  const language = useLanguage();
  const { organization } = useWorkspace();
  return (instant) => formatInstant(instant, language, organization.timeZone);
}

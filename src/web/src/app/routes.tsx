import type { ComponentType } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import { Fetched } from '../components/Fetched';
import { LoadingRows } from '../components/LoadingRows';
import { NotFoundPage } from './NotFoundPage';
import { RouteFailure } from './RouteFailure';
import { Shell } from './Shell';

type Load = () => Promise<ComponentType<object>>;

/** A screen that is fetched before it is gone to. The router would keep what did not come for good, without a word: then its place says so and fetches it again. */
const screen = (load: Load) => ({ Component: () => load().catch(() => () => <Fetched load={load} props={{}} />) });

const pages: RouteObject[] = [
  { index: true, element: <Navigate to="/my-day" replace /> },
  { path: 'my-day', lazy: screen(async () => (await import('../features/platform/agenda/MyDayPage')).MyDayPage) },
  { path: 'week', lazy: screen(async () => (await import('../features/monitoring/week/WeekPage')).WeekPage) },
  { path: 'go/:id', lazy: screen(async () => (await import('../features/platform/notifications/GoPage')).GoPage) },
  { path: 'dashboard', lazy: screen(async () => (await import('../features/monitoring/dashboard/DashboardPage')).DashboardPage) },
  { path: 'health', lazy: screen(async () => (await import('../features/improvement/health/HealthPage')).HealthPage) },
  { path: 'leadership', lazy: screen(async () => (await import('../features/improvement/leadership/LeadershipPage')).LeadershipPage) },
  { path: 'tree', lazy: screen(async () => (await import('../features/planning/tree/GoalTreePage')).GoalTreePage) },
  { path: 'objectives/:id', lazy: screen(async () => (await import('../features/planning/objectives/ObjectivePage')).ObjectivePage) },
  { path: 'objectives/:id/allocate', lazy: screen(async () => (await import('../features/planning/allocation/AllocationPage')).AllocationPage) },
  { path: 'report', lazy: screen(async () => (await import('../features/monitoring/report/ReportPage')).ReportPage) },
  { path: 'reports', lazy: screen(async () => (await import('../features/monitoring/reports/ReportsPage')).ReportsPage) },
  { path: 'control', lazy: screen(async () => (await import('../features/monitoring/control/ControlPage')).ControlPage) },
  { path: 'deviations', lazy: screen(async () => (await import('../features/monitoring/deviations/DeviationsPage')).DeviationsPage) },
  { path: 'improvement', lazy: screen(async () => (await import('../features/improvement/board/ImprovementPage')).ImprovementPage) },
  { path: 'improvement/:id', lazy: screen(async () => (await import('../features/improvement/cases/CasePage')).CasePage) },
  { path: 'pulse', lazy: screen(async () => (await import('../features/improvement/pulse/PulsePage')).PulsePage) },
  { path: 'meetings', lazy: screen(async () => (await import('../features/monitoring/meetings/MeetingsPage')).MeetingsPage) },
  { path: 'meetings/:id', lazy: screen(async () => (await import('../features/monitoring/meetings/MeetingPage')).MeetingPage) },
  { path: 'setting', lazy: screen(async () => (await import('../features/planning/setting/SettingPage')).SettingPage) },
  { path: 'findings', lazy: screen(async () => (await import('../features/planning/findings/FindingsPage')).FindingsPage) },
  { path: 'strategy', lazy: screen(async () => (await import('../features/planning/strategy/StrategyPage')).StrategyPage) },
  { path: 'briefings', lazy: screen(async () => (await import('../features/planning/briefings/BriefingsPage')).BriefingsPage) },
  { path: 'briefings/:id', lazy: screen(async () => (await import('../features/planning/briefings/BriefingPage')).BriefingPage) },
  { path: 'scorecard', lazy: screen(async () => (await import('../features/performance/scorecards/MyScorecardPage')).MyScorecardPage) },
  { path: 'scorecards', lazy: screen(async () => (await import('../features/performance/scorecards/ScorecardsPage')).ScorecardsPage) },
  { path: 'scorecards/make', lazy: screen(async () => (await import('../features/performance/scorecards/MakePage')).MakePage) },
  { path: 'scorecards/:id', lazy: screen(async () => (await import('../features/performance/scorecards/ScorecardPage')).ScorecardPage) },
  { path: 'calibration', lazy: screen(async () => (await import('../features/performance/calibration/CalibrationPage')).CalibrationPage) },
  { path: 'recognitions', lazy: screen(async () => (await import('../features/performance/recognition/RecognitionsPage')).RecognitionsPage) },
  { path: 'incentives', lazy: screen(async () => (await import('../features/performance/incentives/SchemesPage')).SchemesPage) },
  { path: 'incentives/:id', lazy: screen(async () => (await import('../features/performance/incentives/SchemePage')).SchemePage) },
  { path: 'awards', lazy: screen(async () => (await import('../features/performance/incentives/MyAwardsPage')).MyAwardsPage) },
  { path: 'development', lazy: screen(async () => (await import('../features/development/plans/DevelopmentPage')).DevelopmentPage) },
  { path: 'development/:personId', lazy: screen(async () => (await import('../features/development/plans/DevelopmentPage')).DevelopmentPage) },
  { path: 'competencies', lazy: screen(async () => (await import('../features/development/competencies/CompetenciesPage')).CompetenciesPage) },
  { path: 'readiness', lazy: screen(async () => (await import('../features/development/readiness/ReadinessPage')).ReadinessPage) },
  { path: 'courses', lazy: screen(async () => (await import('../features/development/courses/CoursesPage')).CoursesPage) },
  { path: 'people', lazy: screen(async () => (await import('../features/organization/people/PeoplePage')).PeoplePage) },
  { path: 'people/:id', lazy: screen(async () => (await import('../features/organization/people/PersonPage')).PersonPage) },
  { path: 'units', lazy: screen(async () => (await import('../features/organization/units/UnitsPage')).UnitsPage) },
  { path: 'units/:id', lazy: screen(async () => (await import('../features/organization/units/UnitsPage')).UnitsPage) },
  { path: 'positions', lazy: screen(async () => (await import('../features/organization/positions/PositionsPage')).PositionsPage) },
  { path: 'regions', lazy: screen(async () => (await import('../features/organization/territory/RegionsPage')).RegionsPage) },
  { path: 'customers', lazy: screen(async () => (await import('../features/organization/territory/CustomersPage')).CustomersPage) },
  { path: 'imports', lazy: screen(async () => (await import('../features/platform/imports/ImportPage')).ImportPage) },
  { path: 'audit', lazy: screen(async () => (await import('../features/platform/history/AuditPage')).AuditPage) },
  { path: 'audit/readings', lazy: screen(async () => (await import('../features/performance/readings/ReadingsPage')).ReadingsPage) },
  { path: 'cycles', lazy: screen(async () => (await import('../features/planning/cycles/CyclesPage')).CyclesPage) },
  { path: 'measures', lazy: screen(async () => (await import('../features/planning/measures/MeasuresPage')).MeasuresPage) },
  { path: 'integrations', lazy: screen(async () => (await import('../features/platform/integrations/IntegrationsPage')).IntegrationsPage) },
  { path: 'manual', lazy: screen(async () => (await import('../features/help/ManualPage')).ManualPage) },
  { path: 'settings', lazy: screen(async () => (await import('../features/organization/settings/SettingsPage')).SettingsPage) },
  { path: '*', element: <NotFoundPage /> },
];

export const routes: RouteObject[] = [
  {
    path: '/',
    element: <Shell />,
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <LoadingRows />,
    children: [{ errorElement: <RouteFailure />, children: pages }],
  },
];

import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { LoadingRows } from '../components/LoadingRows';
import { NotFoundPage } from './NotFoundPage';
import { RouteFailure } from './RouteFailure';
import { Shell } from './Shell';

const pages: RouteObject[] = [
  { index: true, element: <Navigate to="/my-day" replace /> },
  { path: 'my-day', lazy: { Component: async () => (await import('../features/platform/agenda/MyDayPage')).MyDayPage } },
  { path: 'week', lazy: { Component: async () => (await import('../features/monitoring/week/WeekPage')).WeekPage } },
  { path: 'go/:id', lazy: { Component: async () => (await import('../features/platform/notifications/GoPage')).GoPage } },
  { path: 'dashboard', lazy: { Component: async () => (await import('../features/monitoring/dashboard/DashboardPage')).DashboardPage } },
  { path: 'tree', lazy: { Component: async () => (await import('../features/planning/tree/GoalTreePage')).GoalTreePage } },
  { path: 'objectives/:id', lazy: { Component: async () => (await import('../features/planning/objectives/ObjectivePage')).ObjectivePage } },
  { path: 'objectives/:id/allocate', lazy: { Component: async () => (await import('../features/planning/allocation/AllocationPage')).AllocationPage } },
  { path: 'report', lazy: { Component: async () => (await import('../features/monitoring/report/ReportPage')).ReportPage } },
  { path: 'control', lazy: { Component: async () => (await import('../features/monitoring/control/ControlPage')).ControlPage } },
  { path: 'deviations', lazy: { Component: async () => (await import('../features/monitoring/deviations/DeviationsPage')).DeviationsPage } },
  { path: 'meetings', lazy: { Component: async () => (await import('../features/monitoring/meetings/MeetingsPage')).MeetingsPage } },
  { path: 'meetings/:id', lazy: { Component: async () => (await import('../features/monitoring/meetings/MeetingPage')).MeetingPage } },
  { path: 'setting', lazy: { Component: async () => (await import('../features/planning/setting/SettingPage')).SettingPage } },
  { path: 'findings', lazy: { Component: async () => (await import('../features/planning/findings/FindingsPage')).FindingsPage } },
  { path: 'strategy', lazy: { Component: async () => (await import('../features/planning/strategy/StrategyPage')).StrategyPage } },
  { path: 'briefings', lazy: { Component: async () => (await import('../features/planning/briefings/BriefingsPage')).BriefingsPage } },
  { path: 'briefings/:id', lazy: { Component: async () => (await import('../features/planning/briefings/BriefingPage')).BriefingPage } },
  { path: 'scorecard', lazy: { Component: async () => (await import('../features/performance/scorecards/MyScorecardPage')).MyScorecardPage } },
  { path: 'scorecards', lazy: { Component: async () => (await import('../features/performance/scorecards/ScorecardsPage')).ScorecardsPage } },
  { path: 'scorecards/make', lazy: { Component: async () => (await import('../features/performance/scorecards/MakePage')).MakePage } },
  { path: 'scorecards/:id', lazy: { Component: async () => (await import('../features/performance/scorecards/ScorecardPage')).ScorecardPage } },
  { path: 'calibration', lazy: { Component: async () => (await import('../features/performance/calibration/CalibrationPage')).CalibrationPage } },
  { path: 'recognitions', lazy: { Component: async () => (await import('../features/performance/recognition/RecognitionsPage')).RecognitionsPage } },
  { path: 'incentives', lazy: { Component: async () => (await import('../features/performance/incentives/SchemesPage')).SchemesPage } },
  { path: 'incentives/:id', lazy: { Component: async () => (await import('../features/performance/incentives/SchemePage')).SchemePage } },
  { path: 'awards', lazy: { Component: async () => (await import('../features/performance/incentives/MyAwardsPage')).MyAwardsPage } },
  { path: 'development', lazy: { Component: async () => (await import('../features/development/plans/DevelopmentPage')).DevelopmentPage } },
  { path: 'development/:personId', lazy: { Component: async () => (await import('../features/development/plans/DevelopmentPage')).DevelopmentPage } },
  { path: 'competencies', lazy: { Component: async () => (await import('../features/development/competencies/CompetenciesPage')).CompetenciesPage } },
  { path: 'readiness', lazy: { Component: async () => (await import('../features/development/readiness/ReadinessPage')).ReadinessPage } },
  { path: 'courses', lazy: { Component: async () => (await import('../features/development/courses/CoursesPage')).CoursesPage } },
  { path: 'people', lazy: { Component: async () => (await import('../features/organization/people/PeoplePage')).PeoplePage } },
  { path: 'people/:id', lazy: { Component: async () => (await import('../features/organization/people/PersonPage')).PersonPage } },
  { path: 'units', lazy: { Component: async () => (await import('../features/organization/units/UnitsPage')).UnitsPage } },
  { path: 'units/:id', lazy: { Component: async () => (await import('../features/organization/units/UnitsPage')).UnitsPage } },
  { path: 'positions', lazy: { Component: async () => (await import('../features/organization/positions/PositionsPage')).PositionsPage } },
  { path: 'regions', lazy: { Component: async () => (await import('../features/organization/territory/RegionsPage')).RegionsPage } },
  { path: 'customers', lazy: { Component: async () => (await import('../features/organization/territory/CustomersPage')).CustomersPage } },
  { path: 'imports', lazy: { Component: async () => (await import('../features/platform/imports/ImportPage')).ImportPage } },
  { path: 'audit', lazy: { Component: async () => (await import('../features/platform/history/AuditPage')).AuditPage } },
  { path: 'audit/readings', lazy: { Component: async () => (await import('../features/performance/readings/ReadingsPage')).ReadingsPage } },
  { path: 'cycles', lazy: { Component: async () => (await import('../features/planning/cycles/CyclesPage')).CyclesPage } },
  { path: 'measures', lazy: { Component: async () => (await import('../features/planning/measures/MeasuresPage')).MeasuresPage } },
  { path: 'settings', lazy: { Component: async () => (await import('../features/organization/settings/SettingsPage')).SettingsPage } },
  { path: '*', element: <NotFoundPage /> },
];

export const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <LoadingRows />,
    children: [{ errorElement: <RouteFailure />, children: pages }],
  },
]);

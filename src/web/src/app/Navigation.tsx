import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Icon, type IconName } from '../components/Icon';
import { AgendaCount } from '../features/platform/agenda/AgendaCount';
import { useWorkspace } from '../features/organization/workspace/workspace';
import styles from './Shell.module.css';

interface Entry {
  to: string;
  name: 'myDay' | 'week' | 'dashboard' | 'tree' | 'report' | 'reports' | 'control' | 'deviations' | 'improvement' | 'pulse' | 'meetings' | 'setting' | 'findings' | 'strategy' | 'briefings' | 'people' | 'units' | 'positions' | 'regions' | 'customers' | 'cycles' | 'measures' | 'courses' | 'imports' | 'audit' | 'settings' | 'manual' | 'integrations' | 'recognitions' | 'incentives' | 'awards' | 'health' | 'leadership' | 'development' | 'competencies' | 'readiness' | 'scorecard' | 'scorecards' | 'calibrationBoard';
  icon: IconName;
  /** Only for whoever leads people. */
  forLeaders?: true;
  /** Only for HR and auditors; with the other, for either. */
  forHr?: true;
}

const groups: { name: 'goals' | 'performance' | 'growth' | 'organization' | 'administration'; entries: Entry[] }[] = [
  {
    name: 'goals',
    entries: [
      { to: '/my-day', name: 'myDay', icon: 'check' },
      { to: '/week', name: 'week', icon: 'calendar', forLeaders: true },
      { to: '/dashboard', name: 'dashboard', icon: 'gauge' },
      { to: '/health', name: 'health', icon: 'check', forLeaders: true, forHr: true },
      { to: '/leadership', name: 'leadership', icon: 'people', forLeaders: true, forHr: true },
      { to: '/reports', name: 'reports', icon: 'bars' },
      { to: '/tree', name: 'tree', icon: 'tree' },
      { to: '/report', name: 'report', icon: 'edit' },
      { to: '/control', name: 'control', icon: 'clock' },
      { to: '/deviations', name: 'deviations', icon: 'trendDown' },
      { to: '/improvement', name: 'improvement', icon: 'trendUp' },
      { to: '/meetings', name: 'meetings', icon: 'meeting' },
      { to: '/setting', name: 'setting', icon: 'list' },
      { to: '/findings', name: 'findings', icon: 'warning' },
      { to: '/strategy', name: 'strategy', icon: 'flag' },
      { to: '/briefings', name: 'briefings', icon: 'comment' },
      { to: '/pulse', name: 'pulse', icon: 'comment' },
      { to: '/cycles', name: 'cycles', icon: 'calendar' },
      { to: '/measures', name: 'measures', icon: 'gauge' },
    ],
  },
  {
    name: 'performance',
    entries: [
      { to: '/scorecard', name: 'scorecard', icon: 'bars' },
      { to: '/scorecards', name: 'scorecards', icon: 'list', forLeaders: true, forHr: true },
      { to: '/calibration', name: 'calibrationBoard', icon: 'scale', forHr: true },
      { to: '/recognitions', name: 'recognitions', icon: 'flag' },
      { to: '/awards', name: 'awards', icon: 'gauge' },
      { to: '/incentives', name: 'incentives', icon: 'list', forHr: true },
    ],
  },
  {
    name: 'growth',
    entries: [
      { to: '/development', name: 'development', icon: 'trendUp' },
      { to: '/competencies', name: 'competencies', icon: 'star' },
      { to: '/readiness', name: 'readiness', icon: 'check', forLeaders: true, forHr: true },
      { to: '/courses', name: 'courses', icon: 'file' },
    ],
  },
  {
    name: 'organization',
    entries: [
      { to: '/people', name: 'people', icon: 'people' },
      { to: '/units', name: 'units', icon: 'building' },
      { to: '/positions', name: 'positions', icon: 'person' },
      { to: '/regions', name: 'regions', icon: 'map' },
      { to: '/customers', name: 'customers', icon: 'customer' },
    ],
  },
  {
    name: 'administration',
    entries: [
      { to: '/imports', name: 'imports', icon: 'upload' },
      { to: '/audit', name: 'audit', icon: 'clock' },
      { to: '/integrations', name: 'integrations', icon: 'graph' },
      { to: '/settings', name: 'settings', icon: 'building' },
      { to: '/manual', name: 'manual', icon: 'help' },
    ],
  },
];

export function Navigation() {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const leads = viewer.roles.includes('LEADER');
  const isHr = viewer.roles.includes('HR') || viewer.roles.includes('AUDITOR');
  const isFor = ({ forLeaders, forHr }: Entry) => (!forLeaders && !forHr) || (forLeaders && leads) || (forHr && isHr);
  return (
    <nav aria-label={t('nav.label')}>
      {groups.map((group) => (
          <div key={group.name} role="group" aria-labelledby={`nav-${group.name}`}>
            <div className={styles.group} id={`nav-${group.name}`}>
              {t(`nav.${group.name}`)}
            </div>
            {group.entries.filter(isFor).map((entry) => (
              <NavLink key={entry.to} to={entry.to} className={styles.link}>
                <Icon name={entry.icon} />
                {t(`nav.${entry.name}`)}
                {entry.name === 'myDay' && <AgendaCount />}
              </NavLink>
            ))}
        </div>
      ))}
    </nav>
  );
}

import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Icon, type IconName } from '../components/Icon';
import { useWorkspace, type Right } from '../features/organization/workspace/workspace';
import styles from './Shell.module.css';

interface Entry {
  to: string;
  name: 'tree' | 'strategy' | 'people' | 'units' | 'positions' | 'regions' | 'customers' | 'cycles' | 'measures' | 'imports';
  icon: IconName;
  right?: Right;
}

const groups: { name: 'goals' | 'organization' | 'administration'; entries: Entry[] }[] = [
  {
    name: 'goals',
    entries: [
      { to: '/tree', name: 'tree', icon: 'tree' },
      { to: '/strategy', name: 'strategy', icon: 'flag' },
      { to: '/cycles', name: 'cycles', icon: 'calendar' },
      { to: '/measures', name: 'measures', icon: 'gauge' },
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
  { name: 'administration', entries: [{ to: '/imports', name: 'imports', icon: 'upload', right: 'import' }] },
];

export function Navigation() {
  const { t } = useTranslation();
  const { may } = useWorkspace();
  return (
    <nav aria-label={t('nav.label')}>
      {groups.map((group) => {
        const entries = group.entries.filter((entry) => !entry.right || may(entry.right));
        return entries.length === 0 ? null : (
          <div key={group.name} role="group" aria-labelledby={`nav-${group.name}`}>
            <div className={styles.group} id={`nav-${group.name}`}>
              {t(`nav.${group.name}`)}
            </div>
            {entries.map((entry) => (
              <NavLink key={entry.to} to={entry.to} className={styles.link}>
                <Icon name={entry.icon} />
                {t(`nav.${entry.name}`)}
              </NavLink>
            ))}
          </div>
        );
      })}
    </nav>
  );
}

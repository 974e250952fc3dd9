import { ActionIcon, Popover, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, matchPath, useLocation } from 'react-router';
import { Icon } from '../../components/Icon';
import { useEscape } from '../../components/useEscape';
import styles from './Help.module.css';
import { helpOfRoutes, nameOfClause } from './screens';

/** Says beside a screen's title what it is for and which clauses of the method it serves. */
export function HelpButton() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [opened, setOpened] = useState(false);
  useEscape(opened, () => setOpened(false));
  // What is named word by word comes before what any id could stand for.
  const routes = Object.keys(helpOfRoutes).filter((route) => matchPath(`/${route}`, pathname));
  const route = routes.find((one) => !one.includes(':')) ?? routes[0];
  const help = route === undefined ? undefined : helpOfRoutes[route];
  if (!help) return null;
  return (
    <Popover opened={opened} onChange={setOpened} width={340} position="bottom-start" withArrow shadow="md" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <ActionIcon className="no-print" variant="subtle" color="gray.8" aria-label={t('help.open')} onClick={() => setOpened((is) => !is)}>
          <Icon name="help" size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">{t(`help.screens.${help.screen}`)}</Text>
        {help.clauses.length > 0 && (
          <>
            <Text size="xs" fw={600} mt="xs">
              {t('help.serves')}
            </Text>
            <ul className={styles.clauses}>
              {help.clauses.map((clause) => (
                <li key={clause}>
                  <span className="number">{nameOfClause(clause)}</span> {t(`help.clauses.${clause}`)}
                </li>
              ))}
            </ul>
          </>
        )}
        <Link className="text-link" style={{ fontSize: 13 }} to="/manual" data-autofocus>
          {t('help.manual')}
        </Link>
      </Popover.Dropdown>
    </Popover>
  );
}
